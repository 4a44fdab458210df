/** The schema of tracks.toml: the shelves, their order and words, ways through them, and what the site says of itself. */
import * as v from 'valibot';
import type { SiteWords, Track } from './challenge.ts';
import { slugPattern } from './challenge-schema.ts';
import type { LearningPath } from './guide.ts';
import { explainIssues, type SchemaProblem } from './schema-problems.ts';

const slug = v.pipe(
  v.string('must be text'),
  v.regex(slugPattern, 'must be lower-case letters, digits and single hyphens'),
);
const words = v.pipe(v.string('must be text'), v.trim(), v.minLength(1, 'must not be empty'));

const TrackSchema = v.strictObject(
  {
    slug,
    title: words,
    summary: words,
    introduction: v.optional(words),
    planned: v.optional(v.array(slug, 'must be a list'), []),
  },
  'must be a table',
);

const PathSchema = v.strictObject(
  {
    slug,
    title: words,
    summary: words,
    challenges: v.pipe(v.array(slug, 'must be a list'), v.minLength(2, 'needs two challenges or more')),
  },
  'must be a table',
);

const SiteSchema = v.strictObject({ title: words, intro: words }, 'must be a table');

export const TracksFileSchema = v.strictObject(
  {
    site: v.optional(SiteSchema),
    tracks: v.array(TrackSchema, 'must be a list of tables: begin each with [[tracks]]'),
    paths: v.optional(v.array(PathSchema, 'must be a list of tables: begin each with [[paths]]'), []),
  },
  'must be a table',
);

export interface ParsedTracks {
  /** Those that are right; a mistake in one does not take the others away. */
  readonly tracks: readonly Track[];
  /** Markdown, by slug of the track. */
  readonly introductions: ReadonlyMap<string, string>;
  readonly paths: readonly LearningPath[];
  /** Absent when the site has Interleave's own words. */
  readonly site?: SiteWords | undefined;
  readonly problems: readonly SchemaProblem[];
}

/** Checks the table that a TOML reader made of tracks.toml; each problem is a sentence for the author. */
export function parseTracks(table: unknown): ParsedTracks {
  const result = v.safeParse(TracksFileSchema, table);
  const problems = result.success ? [] : [...explainIssues(TracksFileSchema, result.issues)];
  const found = collect(table, 'tracks', TrackSchema, 'track', problems);
  const paths = collect(table, 'paths', PathSchema, 'path', problems);
  const site = v.safeParse(SiteSchema, (table as { site?: unknown } | null)?.site);
  return {
    ...(site.success ? { site: site.output } : {}),
    tracks: found.map(({ introduction: _, ...track }) => track),
    introductions: new Map(
      found.flatMap((track) => (track.introduction === undefined ? [] : [[track.slug, track.introduction]])),
    ),
    paths,
    problems,
  };
}

/** Those tables of a list that are right, each slug once. Their own mistakes are known already. */
function collect<T extends { readonly slug: string }>(
  table: unknown,
  key: string,
  schema: v.GenericSchema<unknown, T>,
  noun: string,
  problems: SchemaProblem[],
): readonly T[] {
  const items = (table as Record<string, unknown> | null)?.[key];
  const found: T[] = [];
  for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
    const parsed = v.safeParse(schema, item);
    if (!parsed.success) continue;
    if (found.some(({ slug }) => slug === parsed.output.slug)) {
      const message = `The ${noun} "${parsed.output.slug}" is there twice. Remove one or rename it.`;
      problems.push({ path: [key, index, 'slug'], message });
    } else found.push(parsed.output);
  }
  return found;
}
