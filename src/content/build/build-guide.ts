/** Puts the guide together from tracks.toml and glossary.toml, and says where it speaks of what is not there. */
import type { Challenge } from '../../domain/challenge.ts';
import { suggest } from '../../domain/closest-word.ts';
import { type ContentProblem, toError, toWarning } from '../../domain/content-problem.ts';
import { type Guide, narrowGuide } from '../../domain/guide.ts';
import type { FolderResult } from './read-challenge.ts';
import type { GlossaryFile } from './read-glossary.ts';
import type { TracksFile } from './read-tracks.ts';
import { renderMarkdown } from './render-markdown.ts';

/** The glossary's page, from `tracks/<slug>/`. */
const fromTrackPage = '../../glossary/';

/** @returns a guide that names only challenges that can be opened */
export function buildGuide(
  tracks: TracksFile,
  { terms }: GlossaryFile,
  challenges: readonly Challenge[],
): Guide {
  const render = (markdown: string) =>
    renderMarkdown(markdown, { pictures: new Map(), glossary: { terms, address: fromTrackPage } }).html;
  const introductions = Object.fromEntries(
    [...tracks.introductions].map(([slug, markdown]) => [slug, render(markdown)]),
  );
  return narrowGuide(
    { introductions, paths: tracks.paths, terms },
    new Set(tracks.tracks.map((track) => track.slug)),
    new Set(challenges.map((challenge) => challenge.slug)),
  );
}

/** A step that is only planned is left out without a word: that is what planning is for. */
export function checkGuide(
  tracks: TracksFile,
  glossary: GlossaryFile,
  folders: readonly FolderResult[],
): readonly ContentProblem[] {
  const exists = folders.map((folder) => folder.slug);
  const known = new Set([...exists, ...tracks.tracks.flatMap((track) => track.planned)]);
  const problems: ContentProblem[] = [];
  const explain = (slug: string) =>
    `there is no such challenge.${suggest(slug, known)} Correct or remove it.`;

  for (const [index, path] of tracks.paths.entries()) {
    for (const [step, slug] of path.challenges.entries()) {
      if (known.has(slug)) continue;
      const line = tracks.lineOf(['paths', index, 'challenges', step]);
      problems.push(toError('tracks.toml', line, `The path names "${slug}", and ${explain(slug)}`));
    }
  }
  for (const term of glossary.terms) {
    for (const slug of term.taughtIn) {
      if (known.has(slug)) continue;
      const message = `The term "${term.slug}" names "${slug}", and ${explain(slug)}`;
      problems.push(toWarning('glossary.toml', null, message));
    }
  }
  return problems;
}
