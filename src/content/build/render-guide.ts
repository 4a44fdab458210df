/** The words of the guide's pages before any script: readable, findable, and enough where scripts are off. */
import type { Catalog, CatalogEntry, Track } from '../../domain/challenge.ts';
import type { Guide } from '../../domain/guide.ts';
import { escapeHtml } from './render-page.ts';

export function renderTrackBody(track: Track, guide: Guide, catalog: Catalog): string {
  const entries = catalog.entries.filter((entry) => entry.track === track.slug);
  return [
    `<main class="prerendered"><p><a href="./">Interleave</a></p><h1>${escapeHtml(track.title)}</h1>`,
    `<p>${escapeHtml(track.summary)}</p>`,
    guide.introductions[track.slug] ?? '',
    renderSteps(entries),
    '</main>',
  ].join('');
}

export function renderPathsBody(guide: Guide, catalog: Catalog): string {
  const bySlug = new Map(catalog.entries.map((entry) => [entry.slug, entry]));
  const sections = guide.paths.map((path) => {
    const entries = path.challenges.flatMap((slug) => bySlug.get(slug) ?? []);
    return `<h2 id="${path.slug}">${escapeHtml(path.title)}</h2><p>${escapeHtml(path.summary)}</p>${renderSteps(entries)}`;
  });
  return `<main class="prerendered"><p><a href="./">Interleave</a></p><h1>Learning paths</h1>${sections.join('')}</main>`;
}

export function renderGlossaryBody(guide: Guide): string {
  const terms = guide.terms.map((term) => `<h2 id="${term.slug}">${escapeHtml(term.name)}</h2>${term.html}`);
  return `<main class="prerendered"><p><a href="./">Interleave</a></p><h1>Glossary</h1>${terms.join('')}</main>`;
}

function renderSteps(entries: readonly CatalogEntry[]): string {
  const items = entries.map(
    (entry) =>
      `<li><a href="./c/${entry.slug}/">${escapeHtml(entry.title)}</a>: ${escapeHtml(entry.summary)} (${entry.minutes} min)</li>`,
  );
  return `<ol>${items.join('')}</ol>`;
}
