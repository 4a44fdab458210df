/** Asks Python about a challenge's code: one question, laid out beside a test that prints the answer as JSON. */
import * as v from 'valibot';
import type { Challenge, TextFile } from '../../src/domain/challenge.ts';
import { countProcesses, type RunRequest } from '../../src/domain/run-request.ts';
import { type RunEnding, toVerdict } from '../../src/domain/verdict.ts';
import { describeVerdict } from './describe-verdict.ts';

export type ProbeQuestion =
  /** What tests take from the learner's modules although the starters do not define it. Sources by path. */
  | {
      readonly kind: 'names';
      readonly starters: Readonly<Record<string, string>>;
      readonly tests: Readonly<Record<string, string>>;
    }
  /** Small mistakes that these sources can be given. */
  | { readonly kind: 'mutations'; readonly sources: Readonly<Record<string, string>> };

export type ProbeAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string };

const testFile = 'authoring/test_probe.py';
const limits = { seconds: 120, outputCharacters: 50_000_000 };

/**
 * @param python the files of `python/authoring`, as `authoring/…`
 * @param challenge whose packages the interpreter is prepared with, so that the next run finds a prepared one too
 */
export function buildProbe(
  python: readonly TextFile[],
  question: ProbeQuestion,
  challenge: Challenge,
): RunRequest {
  return {
    slug: challenge.slug,
    mode: 'all',
    files: [...python, { path: 'question.json', text: JSON.stringify(question) }],
    editable: [],
    starter: [],
    testFiles: [testFile],
    only: [],
    packages: challenge.packages,
    clock: 'real',
    keepGc: true,
    processes: countProcesses(challenge),
    limits,
  };
}

/** @returns the answer, or a sentence on why there is none */
export function readAnswer<T>(schema: v.GenericSchema<unknown, T>, ending: RunEnding): ProbeAnswer<T> {
  const verdict = toVerdict(ending);
  if (verdict.kind !== 'passed') return { ok: false, problem: describeVerdict(verdict) };
  const printed = verdict.report.tests[0]?.stdout.text ?? '';
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), printed);
  if (parsed.success) return { ok: true, value: parsed.output };
  return { ok: false, problem: `the answer cannot be read (${parsed.issues[0].message}).` };
}

export function toSources(files: readonly TextFile[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map((file) => [file.path, file.text]));
}
