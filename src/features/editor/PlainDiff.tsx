/** A comparison as lines of text: − for what is only in the first, + for what is only in the second. */
import { useMemo } from 'react';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { type DiffLine, diffLines } from './diff-lines.ts';
import { words } from './words.ts';

interface PlainDiffProps {
  readonly left: string;
  readonly right: string;
  readonly label: string;
}

export function PlainDiff({ left, right, label }: PlainDiffProps) {
  const rows = useMemo(() => diffLines(left, right), [left, right]);
  if (rows === null) return <p className="diff__note">{words.diffTooLong}</p>;
  if (rows.every((row) => row.kind === 'same')) return <p className="diff__note">{words.noDifference}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, so the keyboard has to reach it.
    <section className="plain-diff" aria-label={label} tabIndex={0}>
      {rows.map((row) => (
        <Row key={`${row.leftLine}:${row.rightLine}`} row={row} />
      ))}
    </section>
  );
}

const signs = { same: ' ', removed: '−', added: '+' } as const;

function Row({ row }: { readonly row: DiffLine }) {
  return (
    <div className={`plain-diff__row plain-diff__row--${row.kind}`}>
      <span aria-hidden="true">{signs[row.kind]}</span>
      <code>
        {row.kind !== 'same' && <VisuallyHidden>{words[row.kind]} </VisuallyHidden>}
        {row.text}
      </code>
    </div>
  );
}
