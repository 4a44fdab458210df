/**
 * What the judge says about one run, checked at the border.
 * `python/judge/report.py` mirrors these shapes; a test holds the two together.
 */
import * as v from 'valibot';

/** Text that was capped: `total` and `dropped` count characters. */
const CaptureSchema = v.object({
  text: v.string(),
  total: v.number(),
  dropped: v.number(),
});

/** One frame of a traceback. Lines count from 1, columns from 1 in UTF-16 units of the line; `null` = unknown. */
export const FrameSchema = v.object({
  file: v.string(),
  line: v.number(),
  endLine: v.nullable(v.number()),
  column: v.nullable(v.number()),
  endColumn: v.nullable(v.number()),
  function: v.string(),
  source: v.string(),
  /** learner: an editable file; test: a test file; given: an asset; library: everything else */
  origin: v.picklist(['learner', 'test', 'given', 'library']),
});

/** A comparison that failed, taken apart. `expected` and `actual` are reprs, capped. */
const AssertionSchema = v.object({
  /** The source of the assert statement's condition. */
  expression: v.string(),
  /** The author's message of `assert x, "message"`, or empty. */
  note: v.string(),
  operator: v.nullable(v.string()),
  left: v.nullable(v.string()),
  right: v.nullable(v.string()),
  expected: v.nullable(v.string()),
  actual: v.nullable(v.string()),
  /** When both sides are flat lists or tuples: their items' reprs, for aligned display. */
  expectedItems: v.nullable(v.array(v.string())),
  actualItems: v.nullable(v.array(v.string())),
  /** Lines of a diff, each beginning with '+', '-', '?' or ' '. */
  diff: v.array(v.string()),
  /** pytest's own explanation lines. */
  explanation: v.array(v.string()),
});

/** One change of turns: `thread` stopped there, and `follower` went on. At a thread's end `file` is empty, `line` 0. */
const SwitchSchema = v.object({
  thread: v.string(),
  function: v.string(),
  file: v.string(),
  line: v.number(),
  source: v.string(),
  origin: v.picklist(['learner', 'test', 'given', 'library']),
  follower: v.string(),
});

/** The schedule of threads that a failed test followed last. */
const ScheduleSchema = v.object({
  /** `null` for one that was found by trying all of them: then `plan` names it. */
  seed: v.nullable(v.number()),
  plan: v.string(),
  /** The last ones, oldest first. */
  switches: v.array(SwitchSchema),
  totalSwitches: v.number(),
});

const FailureSchema = v.object({
  type: v.string(),
  message: v.string(),
  when: v.picklist(['setup', 'call', 'teardown']),
  assertion: v.nullable(AssertionSchema),
  frames: v.array(FrameSchema),
  foldedFrames: v.number(),
  traceback: v.string(),
  schedule: v.nullable(ScheduleSchema),
});

const WarningSchema = v.object({
  category: v.string(),
  message: v.string(),
  file: v.string(),
  line: v.number(),
});

const TestOutcomeSchema = v.picklist(['passed', 'failed', 'error', 'skipped', 'xfailed', 'xpassed']);

const TestResultSchema = v.object({
  /** pytest's node id with parameters, e.g. `tests/test_a.py::test_b[1-2]`. */
  id: v.string(),
  /** The name in plain words: "one collection gives one pause (1, 2)". */
  name: v.string(),
  file: v.string(),
  line: v.nullable(v.number()),
  outcome: TestOutcomeSchema,
  seconds: v.number(),
  failure: v.nullable(FailureSchema),
  skipReason: v.string(),
  stdout: CaptureSchema,
  stderr: CaptureSchema,
  log: CaptureSchema,
  warnings: v.array(WarningSchema),
});

const CollectionErrorSchema = v.object({
  file: v.string(),
  kind: v.picklist(['syntax', 'import', 'missing-name', 'other']),
  type: v.string(),
  message: v.string(),
  line: v.nullable(v.number()),
  column: v.nullable(v.number()),
  endLine: v.nullable(v.number()),
  endColumn: v.nullable(v.number()),
  /** The source line and a second line with carets, for syntax errors; else empty. */
  text: v.string(),
  /** The module or name that is missing, for import and missing-name. */
  missing: v.nullable(v.string()),
  frames: v.array(FrameSchema),
  traceback: v.string(),
});

const PlannedTestSchema = v.object({
  id: v.string(),
  name: v.string(),
  file: v.string(),
  line: v.nullable(v.number()),
});

export const ReportSchema = v.object({
  schema: v.literal(1),
  python: v.string(),
  pytest: v.string(),
  /** interrupted: stopped from outside; no-tests: nothing was collected; broken: collection failed. */
  exit: v.picklist(['finished', 'broken', 'no-tests', 'interrupted', 'internal-error']),
  /** Sentence for internal-error (pytest's own trouble, an early exit of the learner's code). */
  exitMessage: v.string(),
  seconds: v.number(),
  planned: v.array(PlannedTestSchema),
  tests: v.array(TestResultSchema),
  collectionErrors: v.array(CollectionErrorSchema),
  /** Where an interrupted run was: innermost learner frames last. */
  interruptedAt: v.array(FrameSchema),
  /** True when every editable file equals its starter. */
  starterUnchanged: v.boolean(),
  /** Output outside any test (at import, at collection). */
  stdout: CaptureSchema,
  stderr: CaptureSchema,
  warnings: v.array(WarningSchema),
});

/** What is streamed while a run goes on. The last word is always the report. */
export const RunEventSchema = v.variant('type', [
  v.object({ type: v.literal('planned'), tests: v.array(PlannedTestSchema) }),
  v.object({ type: v.literal('started'), id: v.string() }),
  v.object({ type: v.literal('finished'), test: TestResultSchema }),
  v.object({ type: v.literal('collection-failed'), error: CollectionErrorSchema }),
]);

export type Capture = v.InferOutput<typeof CaptureSchema>;
export type Frame = v.InferOutput<typeof FrameSchema>;
export type Assertion = v.InferOutput<typeof AssertionSchema>;
export type Switch = v.InferOutput<typeof SwitchSchema>;
export type Schedule = v.InferOutput<typeof ScheduleSchema>;
export type Failure = v.InferOutput<typeof FailureSchema>;
export type RunWarning = v.InferOutput<typeof WarningSchema>;
export type TestOutcome = v.InferOutput<typeof TestOutcomeSchema>;
export type TestResult = v.InferOutput<typeof TestResultSchema>;
export type CollectionError = v.InferOutput<typeof CollectionErrorSchema>;
export type PlannedTest = v.InferOutput<typeof PlannedTestSchema>;
export type Report = v.InferOutput<typeof ReportSchema>;
export type RunEvent = v.InferOutput<typeof RunEventSchema>;

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string };

/** Parses the judge's JSON; what does not fit is a problem in words, never an exception. */
export function parseReport(text: string): Parsed<Report> {
  return parseJson(ReportSchema, text);
}

export function parseRunEvent(text: string): Parsed<RunEvent> {
  return parseJson(RunEventSchema, text);
}

/** Reads JSON that has to fit the schema; what does not fit is a problem in words. */
export function parseJson<T>(schema: v.GenericSchema<unknown, T>, text: string): Parsed<T> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'The text is not JSON.' };
  }
  const result = v.safeParse(schema, raw);
  if (result.success) return { ok: true, value: result.output };
  const issue = result.issues[0];
  return { ok: false, problem: `${v.getDotPath(issue) ?? 'report'}: ${issue.message}` };
}
