import './CatalogEntryItem.css';
import { memo } from 'react';
import { type EngineCapabilities, findMissingNeeds } from '../../domain/capabilities.ts';
import type { CatalogEntry } from '../../domain/challenge.ts';
import type { ProgressState } from '../../domain/progress.ts';
import { DifficultyMark } from '../../ui/DifficultyMark.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { StateOfChallenge } from '../../ui/StateOfChallenge.tsx';
import type { ThreadTail } from '../../ui/strands.ts';
import { Thread } from '../../ui/Thread.tsx';
import { words } from './words.ts';

interface CatalogEntryItemProps {
  readonly entry: CatalogEntry;
  readonly href: string;
  readonly state: ProgressState;
  readonly upper: 'a' | 'b';
  readonly tail: ThreadTail;
  readonly capabilities: EngineCapabilities;
}

/** One challenge, hanging from its shelf's thread. The whole entry is one link. */
export const CatalogEntryItem = memo(function CatalogEntryItem(props: CatalogEntryItemProps) {
  const { entry, href, state, upper, tail } = props;
  const missing = findMissingNeeds(entry.needs, props.capabilities);
  return (
    <li className="catalog-entry">
      <Thread tile={{ state, upper }} tail={tail} />
      <div className="catalog-entry__body">
        <h3>
          <a href={href}>
            <InlineCode text={entry.title} />
          </a>
        </h3>
        <p className="catalog-entry__summary">
          <InlineCode text={entry.summary} />
        </p>
        {entry.concepts.length > 0 && <p className="catalog-entry__concepts">{entry.concepts.join(' · ')}</p>}
        {missing.length > 0 && (
          <p className="catalog-entry__needs">
            <Icon name="warning" />
            {words.needsNote(missing.map((need) => words.needs[need]))}
          </p>
        )}
        <div className="catalog-entry__facts">
          <StateOfChallenge state={state} />
          <DifficultyMark level={entry.difficulty} />
          <span className="num">{words.minutes(entry.minutes)}</span>
        </div>
      </div>
    </li>
  );
});
