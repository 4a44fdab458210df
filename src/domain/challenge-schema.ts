/** The one schema of challenge.toml: types, checks and messages come from here. */
import * as v from 'valibot';
import { parseFallback } from './capabilities.ts';

const slug = v.pipe(
  v.string('must be text'),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens'),
);
const sentence = v.pipe(v.string('must be text'), v.trim(), v.minLength(1, 'must not be empty'));
const path = v.pipe(
  v.string('must be a path'),
  v.check(isInsideFolder, 'must be a path inside the challenge folder, without "..", written with "/"'),
);
const list = <T extends v.GenericSchema>(item: T) => v.array(item, 'must be a list');
const need = v.picklist(
  ['vloop', 'threads', 'processes', 'shm-shim', 'inline-worker', 'canvas'],
  'must be one of "vloop", "threads", "processes", "shm-shim", "inline-worker", "canvas"',
);
const whole = (low: number, high: number) =>
  v.pipe(
    v.number('must be a whole number'),
    v.integer('must be a whole number'),
    v.minValue(low, `must be at least ${low}`),
    v.maxValue(high, `must be at most ${high}`),
  );

const ChallengeFileSchema = v.strictObject({
  schema: v.literal(1, 'must be 1, the only version there is'),
  slug,
  title: v.pipe(sentence, v.maxLength(45, 'must be at most 45 characters, so that it fits on one line')),
  summary: sentence,
  goal: sentence,
  track: slug,
  order: whole(1, 999),
  difficulty: v.picklist([1, 2, 3, 4, 5], 'must be a number from 1 (warm-up) to 5 (expert)'),
  minutes: whole(5, 60),
  kind: v.optional(
    v.picklist(
      ['write', 'fix', 'test-the-code', 'optimise', 'warm-up'],
      'must be "write", "fix", "test-the-code", "optimise" or "warm-up"',
    ),
    'write',
  ),
  version: v.optional(whole(1, 100_000), 1),
  /** Not finished: valid and playable, but the gate only warns about what its shape lacks. */
  draft: v.optional(v.boolean('must be true or false'), false),
  concepts: v.pipe(list(sentence), v.minLength(1, 'must name at least one concept')),
  prerequisites: v.optional(list(slug), []),
  unlocks: v.optional(list(slug), []),
  assumes: v.optional(list(sentence), []),
  python: v.optional(v.string('must be text such as ">=3.14"'), '>=3.14'),
  packages: v.optional(list(sentence), []),
  needs: v.optional(list(need), []),
  timeout_s: v.optional(whole(1, 300), 20),
  memory_mb: v.optional(whole(64, 4096)),
  seeds: v.optional(list(whole(0, 2 ** 31 - 1)), []),
  processes: v.optional(whole(0, 8), 0),
  keep_gc: v.optional(v.boolean('must be true or false'), false),
  without: v.optional(
    v.record(
      need,
      v.pipe(
        v.string('must be text'),
        v.check(
          (text) => parseFallback(text) !== null,
          'must be "skip-tests", "read-only" or "alternative:" and the slug of another challenge',
        ),
      ),
    ),
    {},
  ),
  sources: v.optional(list(sentence), []),
  files: v.strictObject({
    editor: v.pipe(list(path), v.minLength(1, 'must name at least one file for the learner to edit')),
    visible: v.pipe(list(path), v.minLength(1, 'must name at least one visible test file')),
    hidden: v.optional(list(path), []),
  }),
  mutants: v.optional(
    list(
      v.strictObject({
        file: path,
        why: sentence,
        kills: v.optional(list(sentence), []),
      }),
    ),
    [],
  ),
});

export type ChallengeFile = v.InferOutput<typeof ChallengeFileSchema>;

interface SchemaProblem {
  /** Keys from the top, e.g. `['mutants', 2, 'why']`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export type ParsedChallengeFile =
  | { readonly ok: true; readonly value: ChallengeFile }
  | { readonly ok: false; readonly problems: readonly SchemaProblem[] };

/** Checks the table that a TOML reader made of challenge.toml; each problem is a sentence for the author. */
export function parseChallengeFile(table: unknown): ParsedChallengeFile {
  const result = v.safeParse(ChallengeFileSchema, table);
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, problems: result.issues.map(toProblem) };
}

function toProblem(issue: v.BaseIssue<unknown>): SchemaProblem {
  const keys = (issue.path ?? []).map((item) => item.key as string | number);
  const name = keys.map((key) => (typeof key === 'number' ? `[${key + 1}]` : key)).join('.');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return { path: keys, message: `The key "${name}" is not known. Remove it or correct its spelling.` };
  }
  if (issue.received === 'undefined') {
    return { path: keys, message: `The key "${name}" is missing. Add it.` };
  }
  return { path: keys, message: `"${name}" ${issue.message}, but it is ${issue.received}.` };
}

function isInsideFolder(value: string): boolean {
  if (value === '' || value.startsWith('/') || value.includes('\\') || value.includes('\0')) return false;
  return value.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
