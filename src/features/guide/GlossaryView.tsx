import './GlossaryView.css';
import '../../ui/field.css';
import { useState } from 'react';
import type { AppPaths } from '../../domain/app-paths.ts';
import type { Catalog } from '../../domain/challenge.ts';
import type { GlossaryTerm, Guide } from '../../domain/guide.ts';
import { InlineCode } from '../../ui/InlineCode.tsx';
import { Prose } from '../../ui/Prose.tsx';
import { useArrival } from './use-arrival.ts';
import { words } from './words.ts';

interface GlossaryViewProps {
  readonly catalog: Catalog;
  readonly guide: Guide;
  readonly paths: AppPaths;
}

/** The words of the field, in the order of the alphabet. */
export function GlossaryView({ catalog, guide, paths }: GlossaryViewProps) {
  const arrived = useArrival();
  const [search, setSearch] = useState('');
  const shown = guide.terms.filter((term) => fits(term, search));
  return (
    <div className="glossary">
      <h1>{words.glossaryTitle}</h1>
      <p className="glossary__intro">{words.glossaryIntro(guide.terms.length)}</p>
      <div className="glossary__search">
        <label>
          {words.search}
          <input
            className="field"
            type="search"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
        <p role="status" className="num">
          {words.found(shown.length, guide.terms.length)}
        </p>
      </div>
      {shown.length === 0 && <p>{words.nothing}</p>}
      {shown.map((term) => (
        <section
          key={term.slug}
          id={term.slug}
          className={term.slug === arrived ? 'glossary__term glossary__term--named' : 'glossary__term'}
          aria-labelledby={`${term.slug}-name`}
        >
          <h2 id={`${term.slug}-name`}>
            <InlineCode text={term.name} />
          </h2>
          <div>
            <Prose html={term.html} />
            <Links label={words.see} links={seeAlso(term, guide, paths)} />
            <Links label={words.taughtIn} links={challengesOf(term, catalog, paths)} />
          </div>
        </section>
      ))}
    </div>
  );
}

interface Link {
  readonly href: string;
  readonly text: string;
}

function Links({ label, links }: { readonly label: string; readonly links: readonly Link[] }) {
  if (links.length === 0) return null;
  return (
    <p className="glossary__links">
      {label}:{' '}
      {links.map((link, index) => (
        <span key={link.href}>
          {index > 0 && ' · '}
          <a href={link.href}>
            <InlineCode text={link.text} />
          </a>
        </span>
      ))}
    </p>
  );
}

function seeAlso(term: GlossaryTerm, guide: Guide, paths: AppPaths): readonly Link[] {
  return term.see.flatMap((slug) => {
    const other = guide.terms.find((candidate) => candidate.slug === slug);
    const href = paths.glossary(slug);
    return other === undefined || href === null ? [] : [{ href, text: other.name }];
  });
}

function challengesOf(term: GlossaryTerm, catalog: Catalog, paths: AppPaths): readonly Link[] {
  return term.taughtIn.flatMap((slug) => {
    const entry = catalog.entries.find((candidate) => candidate.slug === slug);
    return entry === undefined ? [] : [{ href: paths.challenge(slug), text: entry.title }];
  });
}

function fits(term: GlossaryTerm, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return [term.name, ...term.words].some((word) => word.toLowerCase().includes(wanted));
}
