/** The schema of tracks.toml: the shelves, their order and words. */
import * as v from 'valibot';
import type { Track } from './challenge.ts';
import type { Parsed } from './report.ts';

const TracksSchema = v.strictObject({
  tracks: v.array(
    v.strictObject({
      slug: v.string(),
      title: v.string(),
      summary: v.string(),
      planned: v.optional(v.array(v.string()), []),
    }),
  ),
});

export function parseTracks(table: unknown): Parsed<readonly Track[]> {
  const result = v.safeParse(TracksSchema, table);
  if (result.success) return { ok: true, value: result.output.tracks };
  const issue = result.issues[0];
  return { ok: false, problem: `${v.getDotPath(issue) ?? 'tracks'}: ${issue.message}.` };
}
