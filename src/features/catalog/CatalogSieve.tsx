import '../../ui/field.css';
import './CatalogSieve.css';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { CatalogFilter } from '../../domain/catalog-filter.ts';
import type { Track } from '../../domain/challenge.ts';
import { Icon } from '../../ui/Icon.tsx';
import { words } from './words.ts';

interface CatalogSieveProps {
  readonly filter: CatalogFilter;
  /** Tracks that have challenges. */
  readonly tracks: readonly Track[];
  readonly onChange: (part: Partial<CatalogFilter>) => void;
}

/** Search and filters. There is no button to press: the list below follows at once. */
export function CatalogSieve({ filter, tracks, onChange }: CatalogSieveProps) {
  const input = useRef<HTMLInputElement>(null);
  useSlashKey(input);
  return (
    <search className="catalog-sieve">
      <div className="catalog-sieve__search">
        <Icon name="search" />
        <input
          ref={input}
          className="field"
          type="search"
          aria-label={words.searchLabel}
          aria-keyshortcuts={words.searchKey}
          placeholder={words.search}
          autoComplete="off"
          spellCheck={false}
          value={filter.query}
          onChange={(event) => onChange({ query: event.currentTarget.value })}
        />
        {filter.query === '' && (
          <span className="keys" aria-hidden="true">
            {words.searchKey}
          </span>
        )}
      </div>
      <Choice label={words.track} value={filter.track} onChoose={(track) => onChange({ track })}>
        <option value="">{words.anyTrack}</option>
        {tracks.map((track) => (
          <option key={track.slug} value={track.slug}>
            {track.title}
          </option>
        ))}
      </Choice>
      <Choice
        label={words.difficulty}
        value={filter.difficulty}
        onChoose={(value) =>
          onChange({ difficulty: levels.find((level) => String(level) === value) ?? null })
        }
      >
        <option value="">{words.anyDifficulty}</option>
        {levels.map((level) => (
          <option key={level} value={level}>
            {words.difficultyLevel(level)}
          </option>
        ))}
      </Choice>
      <Choice
        label={words.length}
        value={filter.length}
        onChoose={(value) => onChange({ length: lengths.find((length) => length === value) ?? null })}
      >
        <option value="">{words.anyLength}</option>
        {lengths.map((length) => (
          <option key={length} value={length}>
            {words.lengths[length]}
          </option>
        ))}
      </Choice>
      <Choice
        label={words.state}
        value={filter.state}
        onChoose={(value) => onChange({ state: states.find((state) => state === value) ?? null })}
      >
        <option value="">{words.anyState}</option>
        {states.map((state) => (
          <option key={state} value={state}>
            {words.states[state]}
          </option>
        ))}
      </Choice>
    </search>
  );
}

const levels = [1, 2, 3, 4, 5] as const;
const lengths = ['short', 'medium', 'long'] as const;
const states = ['new', 'started', 'solved'] as const;

interface ChoiceProps {
  readonly label: string;
  readonly value: string | number | null;
  readonly onChoose: (value: string | null) => void;
  readonly children: ReactNode;
}

function Choice({ label, value, onChoose, children }: ChoiceProps) {
  return (
    <select
      className="field"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value || null)}
    >
      {children}
    </select>
  );
}

/** "/" anywhere on the page leads to the search, unless the reader is typing. */
function useSlashKey(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== words.searchKey || event.ctrlKey || event.metaKey || event.altKey) return;
      const at = event.target;
      if (at instanceof HTMLElement && at.closest('input, textarea, select, dialog, [contenteditable]'))
        return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [input]);
}
