/** The page that says who wrote an imported exercise, where it is from, and under which licence. */
import { noticeHead } from '../draft-folder.ts';
import type { ExerciseConfig, TrackEntry } from './exercise-config.ts';
import type { Track } from './track.ts';

export interface NoticeInput {
  readonly slug: string;
  readonly title: string;
  readonly track: Track;
  readonly entry: TrackEntry | undefined;
  readonly config: ExerciseConfig;
}

export function exerciseUrl(track: Track, slug: string): string {
  return `https://exercism.org/tracks/${track.config.slug}/exercises/${slug}`;
}

export function writeNotice({ slug, title, track, entry, config }: NoticeInput): string {
  const lines = [
    noticeHead,
    `“${title}” comes from the ${track.config.language} track of Exercism: <${exerciseUrl(track, slug)}>.`,
  ];
  const idea = [config.source, config.source_url === '' ? '' : `<${config.source_url}>`].filter(
    (part) => part !== '',
  );
  if (idea.length > 0) lines.push(`The idea: ${idea.join(' ')}`);
  if (config.authors.length > 0) lines.push(`Written by ${config.authors.join(', ')}.`);
  if (config.contributors.length > 0) lines.push(`With contributions by ${config.contributors.join(', ')}.`);
  if (config.forked_from.length > 0) lines.push(`Forked from ${config.forked_from.join(', ')}.`);
  if (entry !== undefined && entry.uuid !== '') lines.push(`Exercise ${entry.uuid}.`);
  lines.push(
    'Changed by the import: the pages were joined, their headings, link names, pictures and boxes adapted. Code and tests are as they were.',
  );
  if (track.licence.trim() !== '') lines.push(`The licence of the track:\n\n${fence(track.licence.trim())}`);
  else lines.push('The track came without a licence text. Find out what is allowed before you publish this.');
  return `${lines.join('\n\n')}\n`;
}

/** A fence longer than any inside. */
function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}text\n${text}\n${mark}`;
}
