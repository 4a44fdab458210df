/** Two lists over each other: an underline is what was wanted, a box and ≠ is what came. */
import './aligned.css';
import { Fragment } from 'react';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { type AlignedItem, alignItems, firstDifference } from './align-items.ts';
import { SafeText } from './SafeText.tsx';
import { words } from './words.ts';

interface AlignedItemsProps {
  readonly expected: readonly string[];
  readonly actual: readonly string[];
}

/** Columns beyond which a table stops helping. */
const mostColumns = 60;

export function AlignedItems({ expected, actual }: AlignedItemsProps) {
  const items = alignItems(expected, actual).slice(0, mostColumns);
  const first = firstDifference(items);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, so the keyboard has to reach it.
    <section className="aligned-scroll" tabIndex={0} aria-label={words.failure.aligned}>
      <table className="aligned">
        <caption>
          <VisuallyHidden>{words.failure.aligned}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <td />
            <td />
            {items.map((item) => (
              <th key={keyOf(item)} scope="col">
                {item.kind === 'item' ? (
                  `[${item.index}]`
                ) : (
                  <VisuallyHidden>{words.failure.moreItems(item.count)}</VisuallyHidden>
                )}
              </th>
            ))}
            <td />
            <td />
          </tr>
        </thead>
        <tbody>
          <Row title={words.failure.expected} items={items} side="expected" note="" />
          <Row
            title={words.failure.yours}
            items={items}
            side="actual"
            note={first === null ? '' : words.failure.differsAt(first)}
          />
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly title: string;
  readonly items: readonly AlignedItem[];
  readonly side: 'expected' | 'actual';
  readonly note: string;
}

function Row({ title, items, side, note }: RowProps) {
  return (
    <tr>
      <th scope="row">{title}</th>
      <td className="aligned__bracket">[</td>
      {items.map((item) => (
        <Fragment key={keyOf(item)}>
          <Cell item={item} side={side} />
        </Fragment>
      ))}
      <td className="aligned__bracket">]</td>
      <td className="aligned__note">{note}</td>
    </tr>
  );
}

function Cell({ item, side }: { readonly item: AlignedItem; readonly side: 'expected' | 'actual' }) {
  if (item.kind === 'gap') return <td className="aligned__gap">{words.failure.equalItems(item.count)}</td>;
  const value = item[side];
  if (value === null) {
    return (
      <td className="aligned__nothing">
        <VisuallyHidden>{words.failure.nothing}</VisuallyHidden>
      </td>
    );
  }
  const look = item.isEqual ? undefined : side === 'expected' ? 'aligned__wanted' : 'aligned__got';
  return (
    <td className={look}>
      <SafeText text={value} />
    </td>
  );
}

function keyOf(item: AlignedItem): string {
  return item.kind === 'item' ? `item ${item.index}` : `gap ${item.from}`;
}
