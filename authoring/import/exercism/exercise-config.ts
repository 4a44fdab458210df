/** The two config.json of an Exercism track, as far as an import reads them. Unknown keys are allowed everywhere. */
import * as v from 'valibot';

const words = v.optional(v.array(v.string()), []);
const text = v.optional(v.string(), '');

const ExerciseConfigSchema = v.object({
  authors: words,
  contributors: words,
  forked_from: words,
  blurb: text,
  title: text,
  source: text,
  source_url: text,
  files: v.optional(
    v.object({
      solution: words,
      test: words,
      exemplar: words,
      example: words,
      editor: words,
      invalidator: words,
    }),
    {},
  ),
});

const TrackEntrySchema = v.object({
  slug: v.string(),
  name: text,
  uuid: text,
  status: text,
  difficulty: v.optional(v.number()),
  concepts: words,
  practices: words,
  topics: v.optional(v.nullable(v.array(v.string()))),
  prerequisites: words,
});

const TrackConfigSchema = v.object({
  language: v.string(),
  slug: v.string(),
  exercises: v.object({
    concept: v.optional(v.array(TrackEntrySchema), []),
    practice: v.optional(v.array(TrackEntrySchema), []),
  }),
  concepts: v.optional(v.array(v.object({ slug: v.string(), name: text })), []),
});

export type ExerciseConfig = v.InferOutput<typeof ExerciseConfigSchema>;
export type TrackEntry = v.InferOutput<typeof TrackEntrySchema>;
export type TrackConfig = v.InferOutput<typeof TrackConfigSchema>;

const consumedKeys = new Set(Object.keys(ExerciseConfigSchema.entries));

export interface ParsedExerciseConfig {
  readonly config: ExerciseConfig;
  /** Keys that have no counterpart in a challenge. */
  readonly unusedKeys: readonly string[];
}

/** @returns a sentence when the text is no such file. */
export function parseExerciseConfig(json: string): ParsedExerciseConfig | string {
  const table = parseJson(json);
  const result = v.safeParse(ExerciseConfigSchema, table);
  if (!result.success) return `.meta/config.json is not as expected: ${explain(result.issues)}.`;
  const unusedKeys = Object.keys(table as object).filter((key) => !consumedKeys.has(key));
  return { config: result.output, unusedKeys };
}

/** @returns null when the text is not the config.json of a track. */
export function parseTrackConfig(json: string): TrackConfig | null {
  const result = v.safeParse(TrackConfigSchema, parseJson(json));
  return result.success ? result.output : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function explain(issues: readonly v.BaseIssue<unknown>[]): string {
  const [first] = issues;
  if (first?.received === 'undefined' && !first.path) return 'it is no JSON object';
  const key = (first?.path ?? []).map((item) => String(item.key)).join('.');
  return `"${key}" should be ${first?.expected}, but is ${first?.received}`;
}
