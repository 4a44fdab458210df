/**
 * The one schema of challenge.toml. From it come the checks and their messages, the types, the JSON Schema that
 * completes keys in an author's editor, and the table in docs/authoring.md.
 */
import * as v from 'valibot';
import { parseFallback } from './fallback.ts';
import { isInsideFolder } from './relative-path.ts';
import { explainIssues, type SchemaProblem } from './schema-problems.ts';

/** Where both the folder's name and the stored progress come from. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const longestTitle = 45;
export const longestSlug = 60;

const slug = v.pipe(
  v.string('must be text'),
  v.regex(slugPattern, 'must be lower-case letters, digits and single hyphens'),
  v.maxLength(longestSlug, `must be at most ${longestSlug} characters`),
);
const sentence = v.pipe(v.string('must be text'), v.trim(), v.minLength(1, 'must not be empty'));
const path = v.pipe(
  v.string('must be a path'),
  v.check(isInsideFolder, 'must be a path inside the challenge folder, without "..", written with "/"'),
);
const list = <T extends v.GenericSchema>(item: T) => v.array(item, 'must be a list');
const whole = (low: number, high: number) =>
  v.pipe(
    v.number('must be a whole number'),
    v.integer('must be a whole number'),
    v.minValue(low, `must be at least ${low}`),
    v.maxValue(high, `must be at most ${high}`),
  );
const oneOf = <const T extends readonly string[]>(...words: T) =>
  v.picklist(words, `must be one of ${words.map((word) => `"${word}"`).join(', ')}`);
/** A key with the sentence that editors and docs/authoring.md show for it. */
const key = <T extends v.GenericSchema>(meaning: string, schema: T) => v.pipe(schema, v.description(meaning));

const need = oneOf('vloop', 'threads', 'processes', 'shm-shim', 'inline-worker', 'canvas');

const MutantSchema = v.strictObject(
  {
    file: key(
      '`mutants/<name>.py`, or with several editable files the folder `mutants/<name>`; a file that the folder does not hold is the solution’s',
      path,
    ),
    why: key('what is wrong with it, in one line; learners read it after solving', sentence),
    kills: v.optional(key('names of test functions that must catch it', list(sentence)), []),
  },
  'must be a table',
);

const FilesSchema = v.strictObject(
  {
    editor: key(
      'what the learner edits, as the tests see it: usually `["solution.py"]`',
      v.pipe(list(path), v.minLength(1, 'must name at least one file for the learner to edit')),
    ),
    visible: key(
      'test files of Run; the learner can read them',
      v.pipe(list(path), v.minLength(1, 'must name at least one visible test file')),
    ),
    hidden: v.optional(key('test files that Submit adds', list(path)), []),
    shown: v.optional(
      key(
        'files under `assets/` that the learner can read beside the code, by the path they have there: `["shop.py"]` for `assets/shop.py`',
        list(path),
      ),
      [],
    ),
  },
  'must be a table: write [files] on a line of its own',
);

export const ChallengeFileSchema = v.strictObject(
  {
    schema: key('version of this format', v.literal(1, 'must be 1, the only version there is')),
    slug: key('equals the folder’s name and never changes: progress is stored under it', slug),
    title: key(
      `at most ${longestTitle} characters`,
      v.pipe(
        sentence,
        v.maxLength(longestTitle, `must be at most ${longestTitle} characters, so that it fits on one line`),
      ),
    ),
    summary: key('one sentence, shown in the catalogue', sentence),
    goal: key('one sentence that begins with a verb: what the learner can do afterwards', sentence),
    track: key('a slug from `tracks.toml`', slug),
    order: key('place inside the track; each place once', whole(1, 999)),
    difficulty: key(
      '1 warm-up … 5 expert',
      v.picklist([1, 2, 3, 4, 5], 'must be a number from 1 (warm-up) to 5 (expert)'),
    ),
    minutes: key('an honest median: 20 to 60, or 5 to 15 with `kind = "warm-up"`', whole(5, 60)),
    concepts: key(
      'tags for search, and for bringing an idea back later',
      v.pipe(list(sentence), v.minLength(1, 'must name at least one concept')),
    ),
    kind: v.optional(
      key(
        'what is asked: write code, fix a bug, write the tests, make code cheaper, or a warm-up',
        oneOf('write', 'fix', 'test-the-code', 'optimise', 'warm-up'),
      ),
      'write',
    ),
    version: v.optional(
      key('raise it when starter or tests change: drafts remember theirs', whole(1, 100_000)),
      1,
    ),
    draft: v.optional(
      key(
        'true: not finished, or imported. It is shown like any other, but what its shape lacks (tests, mutants, hints, tasks) only brings warnings',
        v.boolean('must be true or false'),
      ),
      false,
    ),
    prerequisites: v.optional(
      key(
        'slugs of challenges that come before; they exist (or are planned in `tracks.toml`) and form no ring',
        list(slug),
      ),
      [],
    ),
    unlocks: v.optional(key('slugs of challenges that this one leads to', list(slug)), []),
    assumes: v.optional(key('prior knowledge that is no challenge, in words', list(sentence)), []),
    python: v.optional(
      key(
        'lowest Python on which the tests are right; for people, since every run has the same one',
        v.pipe(v.string('must be text'), v.regex(/^>=3\.\d+$/, 'must look like ">=3.14"')),
      ),
      '>=3.14',
    ),
    packages: v.optional(
      key(
        'packages beyond the standard library and pytest, of those in the interpreter image',
        list(sentence),
      ),
      [],
    ),
    needs: v.optional(
      key('what it asks of the browser; `vloop` runs asyncio on a clock that jumps', list(need)),
      [],
    ),
    timeout_s: v.optional(key('seconds for the whole run; be generous', whole(1, 300)), 20),
    memory_mb: v.optional(
      key(
        'MiB that the interpreter’s heap may grow to, Python itself included; 1024 without it',
        whole(128, 1024),
      ),
    ),
    seeds: v.optional(
      key('what `interleave.seeds()` gives the tests; without any, 0 to 19', list(whole(0, 2 ** 31 - 1))),
      [],
    ),
    processes: v.optional(key('with `processes`: the most child processes that run at once', whole(0, 8)), 0),
    keep_gc: v.optional(
      key(
        'true when the tests look at the collector: nothing is frozen before them',
        v.boolean('must be true or false'),
      ),
      false,
    ),
    without: v.optional(
      key(
        'what happens where a need is missing: `threads = "skip-tests"`, `"read-only"` or `"alternative:<slug>"`',
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
      ),
      {},
    ),
    sources: v.optional(key('public pages or titles that the idea comes from', list(sentence)), []),
    files: key('which files are what', FilesSchema),
    mutants: v.optional(key('wrong solutions that the tests must catch', list(MutantSchema)), []),
  },
  'must be a table',
);

export type ChallengeFile = v.InferOutput<typeof ChallengeFileSchema>;

export type ParsedChallengeFile =
  | { readonly ok: true; readonly value: ChallengeFile }
  | { readonly ok: false; readonly problems: readonly SchemaProblem[] };

/** Checks the table that a TOML reader made of challenge.toml; each problem is a sentence for the author. */
export function parseChallengeFile(table: unknown): ParsedChallengeFile {
  const result = v.safeParse(ChallengeFileSchema, table);
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, problems: explainIssues(ChallengeFileSchema, result.issues) };
}
