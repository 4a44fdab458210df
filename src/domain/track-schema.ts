/** The schema of tracks.toml: the shelves, their order and words, and what the site says of itself. */
import * as v from 'valibot';
import type { SiteWords, Track } from './challenge.ts';
import { slugPattern } from './challenge-schema.ts';
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
    planned: v.optional(v.array(slug, 'must be a list'), []),
  },
  'must be a table',
);

const SiteSchema = v.strictObject({ title: words, intro: words }, 'must be a table');

export const TracksFileSchema = v.strictObject(
  {
    site: v.optional(SiteSchema),
    tracks: v.array(TrackSchema, 'must be a list of tables: begin each with [[tracks]]'),
  },
  'must be a table',
);

export interface ParsedTracks {
  /** Those that are right; a mistake in one does not take the others away. */
  readonly tracks: readonly Track[];
  /** Absent when the site has Interleave's own words. */
  readonly site?: SiteWords | undefined;
  readonly problems: readonly SchemaProblem[];
}

/** Checks the table that a TOML reader made of tracks.toml; each problem is a sentence for the author. */
export function parseTracks(table: unknown): ParsedTracks {
  const result = v.safeParse(TracksFileSchema, table);
  const problems = result.success ? [] : [...explainIssues(TracksFileSchema, result.issues)];
  const items = (table as { tracks?: unknown } | null)?.tracks;
  const tracks: Track[] = [];

  for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
    const parsed = v.safeParse(TrackSchema, item);
    if (!parsed.success) continue;
    if (tracks.some((track) => track.slug === parsed.output.slug)) {
      const message = `The track "${parsed.output.slug}" is there twice. Remove one or rename it.`;
      problems.push({ path: ['tracks', index, 'slug'], message });
    } else tracks.push(parsed.output);
  }
  const site = v.safeParse(SiteSchema, (table as { site?: unknown } | null)?.site);
  return { ...(site.success ? { site: site.output } : {}), tracks, problems };
}
