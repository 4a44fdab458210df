/** Values too long or too deep for a table: the lines that differ, with a sign in the margin. */
import './value-diff.css';

import { SafeText } from './SafeText.tsx';
import { words } from './words.ts';

/** Lines drawn; a longer diff tells nobody anything. */
const mostLines = 400;

const signs: Readonly<Record<string, string>> = { '-': '−', '+': '+' };

export function ValueDiff({ lines }: { readonly lines: readonly string[] }) {
  const shown = lines.slice(0, mostLines);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, so the keyboard has to reach it.
    <section className="value-diff" tabIndex={0} aria-label={words.failure.difference}>
      {shown.map((line, index) => {
        const sign = line.charAt(0);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one diff never change places.
          <div key={index} className={`value-diff__line ${toLook(sign)}`}>
            <span>{signs[sign] ?? ''}</span>
            <code>
              <SafeText text={line.slice(1).replace(/^ /, '')} />
            </code>
          </div>
        );
      })}
      {lines.length > shown.length && <div className="value-diff__line">…</div>}
    </section>
  );
}

function toLook(sign: string): string {
  switch (sign) {
    case '-':
      return 'value-diff__line--wanted';
    case '+':
      return 'value-diff__line--got';
    case '?':
      return 'value-diff__line--guide';
    default:
      return '';
  }
}
