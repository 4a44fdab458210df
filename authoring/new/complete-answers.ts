/** From what stands on the command line to a whole challenge: a person is asked for the rest, a pipe never. */
import type { Track } from '../../src/domain/challenge.ts';
import { slugPattern } from '../../src/domain/challenge-schema.ts';
import { suggest } from '../../src/domain/closest-word.ts';
import { UsageError } from '../commands/command.ts';
import { type NewKind, newKinds } from './challenge-kinds.ts';

/** Asks a person one question; an empty answer stands for what is offered. */
export type Ask = (question: string) => Promise<string>;

export interface Given {
  readonly slug?: string | undefined;
  readonly track?: string | undefined;
  readonly kind?: string | undefined;
  readonly title?: string | undefined;
}

export interface Answers {
  readonly slug: string;
  readonly track: string;
  readonly kind: NewKind;
  readonly title: string;
}

const longestTitle = 45;

/**
 * @param ask null when nobody is there to answer
 * @throws UsageError that says what is missing or wrong
 */
export async function completeAnswers(
  given: Given,
  tracks: readonly Track[],
  ask: Ask | null,
): Promise<Answers> {
  const slug = await settle(
    given.slug,
    ask && (() => ask('Slug (lower-case words with hyphens): ')),
    checkSlug,
  );
  const title = await settle(
    given.title ?? (ask === null ? toTitle(slug) : undefined),
    ask && (async () => (await ask(`Title [${toTitle(slug)}]: `)) || toTitle(slug)),
    checkTitle,
  );
  const kind = await settle(
    given.kind ?? (ask === null ? 'function' : undefined),
    ask && (async () => (await ask(`${listKinds()}\nKind [function]: `)) || 'function'),
    checkKind,
  );
  const first = tracks[0]?.slug ?? 'first-track';
  const track = await settle(
    given.track ?? (ask === null ? first : undefined),
    ask && (async () => (await ask(`${listTracks(tracks)}Track [${first}]: `)) || first),
    (text) => checkTrack(text, tracks),
  );
  return { slug, title, track, kind: newKinds.find(({ name }) => name === kind) ?? fail(checkKind(kind)) };
}

/** What was given must be right; a person may try an answer again. */
async function settle(
  given: string | undefined,
  ask: (() => Promise<string>) | null,
  check: (text: string) => string | null,
): Promise<string> {
  if (given !== undefined) {
    const problem = check(given);
    return problem === null ? given : fail(problem);
  }
  if (ask === null) return fail('Name the slug of the new challenge, as in `challenge new lost-update`.');
  for (let tries = 0; tries < 5; tries += 1) {
    const answer = (await ask()).trim();
    const problem = check(answer);
    if (problem === null) return answer;
    process.stdout.write(`${problem}\n`);
  }
  return fail('That was five times. Nothing was written.');
}

function fail(message: string | null): never {
  throw new UsageError(message ?? 'That cannot be used.');
}

function checkSlug(slug: string): string | null {
  if (slugPattern.test(slug) && slug.length <= 60) return null;
  const better = slug
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  const example = better === '' ? '' : ` Try "${better}".`;
  return `"${slug}" is no slug: lower-case letters, digits and single hyphens, at most 60 characters.${example}`;
}

function checkTitle(title: string): string | null {
  if (/["\\\n]/.test(title)) return 'A title has no quotes and no backslashes.';
  if (title.length <= longestTitle) return null;
  return `A title has at most ${longestTitle} characters; this one has ${title.length}.`;
}

function checkKind(kind: string): string | null {
  const names = newKinds.map(({ name }) => name);
  if (names.includes(kind)) return null;
  return `There is no kind "${kind}".${suggest(kind, names)} There are: ${names.join(', ')}.`;
}

function checkTrack(track: string, tracks: readonly Track[]): string | null {
  const slugs = tracks.map(({ slug }) => slug);
  if (slugs.includes(track)) return null;
  if (slugs.length === 0) return slugPattern.test(track) ? null : checkSlug(track);
  return `There is no track "${track}" in tracks.toml.${suggest(track, slugs)} There are: ${slugs.join(', ')}.`;
}

function listKinds(): string {
  return newKinds.map(({ name, summary }) => `  ${name}: ${summary}`).join('\n');
}

function listTracks(tracks: readonly Track[]): string {
  return tracks.map(({ slug, title }) => `  ${slug}: ${title}\n`).join('');
}

function toTitle(slug: string): string {
  const words = slug.replaceAll('-', ' ').slice(0, longestTitle).trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
