/** Where the page stands with a run: the one union that the results pane, the header and the editor's marks read. */
import { assertNever } from './assert-never.ts';
import { compareRuns, type RunChange } from './compare-runs.ts';
import type { CollectionError, PlannedTest, RunEvent, TestResult } from './report.ts';
import type { Replay, RunMode } from './run-request.ts';
import type { Verdict } from './verdict.ts';

interface RunIdentity {
  readonly runId: string;
  readonly mode: RunMode;
  /** Results of the run before this one, to tell what changed. Empty when there was none. */
  readonly before: readonly TestResult[];
  /** The schedule that one test repeats in this run; `null` for a run of the tests as they are. */
  readonly replay: Replay | null;
}

export interface WaitingRun extends RunIdentity {
  readonly kind: 'waiting-for-boot';
  readonly isStopping: boolean;
}

export interface RunningRun extends RunIdentity {
  readonly kind: 'running';
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly planned: readonly PlannedTest[];
  readonly tests: readonly TestResult[];
  /** Node id of the test that is running now. */
  readonly currentId: string | null;
  readonly collectionErrors: readonly CollectionError[];
  readonly isStopping: boolean;
}

export interface EndedRun extends RunIdentity {
  readonly kind: 'ended';
  readonly planned: readonly PlannedTest[];
  readonly tests: readonly TestResult[];
  readonly verdict: Verdict;
  /** Seconds from click to verdict. */
  readonly seconds: number;
  /** `null` when there is no earlier run to compare with. */
  readonly change: RunChange | null;
}

export type RunState = { readonly kind: 'idle' } | WaitingRun | RunningRun | EndedRun;

/** What happens to a run. Actions of another run than the current one are dropped. */
export type RunAction =
  | {
      readonly type: 'requested';
      readonly runId: string;
      readonly mode: RunMode;
      readonly replay?: Replay | null;
    }
  | { readonly type: 'started'; readonly runId: string; readonly at: number }
  | { readonly type: 'event-received'; readonly runId: string; readonly event: RunEvent }
  | { readonly type: 'stop-requested'; readonly runId: string }
  | {
      readonly type: 'ended';
      readonly runId: string;
      readonly verdict: Verdict;
      readonly seconds: number;
    };

export const idleRun: RunState = { kind: 'idle' };

export function reduceRun(state: RunState, action: RunAction): RunState {
  if (action.type === 'requested') {
    return {
      kind: 'waiting-for-boot',
      runId: action.runId,
      mode: action.mode,
      before: lastResults(state),
      replay: action.replay ?? null,
      isStopping: false,
    };
  }
  if (!isActive(state) || state.runId !== action.runId) return state;

  switch (action.type) {
    case 'started':
      return state.kind === 'running' ? state : toRunning(state, action.at);
    case 'event-received':
      // An event proves that the run has begun, whatever came first.
      return reduceEvent(state.kind === 'running' ? state : toRunning(state, 0), action.event);
    case 'stop-requested':
      return { ...state, isStopping: true };
    case 'ended':
      return toEnded(state, action.verdict, action.seconds);
    default:
      return assertNever(action);
  }
}

/** True from the click until the verdict. */
export function isActive(state: RunState): state is WaitingRun | RunningRun {
  return state.kind === 'waiting-for-boot' || state.kind === 'running';
}

/** The results a verdict carries, whichever kind it is. */
export function resultsOf(verdict: Verdict): readonly TestResult[] {
  return 'report' in verdict ? verdict.report.tests : verdict.tests;
}

/** True for an outcome that keeps a run from passing. */
export function isFailing(test: TestResult): boolean {
  return test.outcome === 'failed' || test.outcome === 'error' || test.outcome === 'xpassed';
}

function lastResults(state: RunState): readonly TestResult[] {
  switch (state.kind) {
    case 'idle':
      return [];
    case 'ended':
      // One test alone is nothing to compare a whole run with.
      return state.tests.length > 0 && state.replay === null ? state.tests : state.before;
    default:
      return state.before;
  }
}

function toRunning(state: WaitingRun, startedAt: number): RunningRun {
  const { runId, mode, before, replay, isStopping } = state;
  return {
    kind: 'running',
    runId,
    mode,
    before,
    replay,
    startedAt,
    isStopping,
    planned: [],
    tests: [],
    currentId: null,
    collectionErrors: [],
  };
}

function reduceEvent(state: RunningRun, event: RunEvent): RunningRun {
  switch (event.type) {
    case 'planned':
      // A second attempt plans anew.
      return { ...state, planned: event.tests, tests: [], currentId: null };
    case 'started':
      return { ...state, currentId: event.id };
    case 'finished':
      return {
        ...state,
        tests: [...state.tests, event.test],
        currentId: state.currentId === event.test.id ? null : state.currentId,
      };
    case 'collection-failed':
      return { ...state, collectionErrors: [...state.collectionErrors, event.error] };
    default:
      return assertNever(event);
  }
}

function toEnded(state: WaitingRun | RunningRun, verdict: Verdict, seconds: number): EndedRun {
  const { runId, mode, before, replay } = state;
  const tests = resultsOf(verdict);
  const streamed = state.kind === 'running' ? state.planned : [];
  const planned = 'report' in verdict ? verdict.report.planned : streamed;
  const change = before.length > 0 && tests.length > 0 ? compareRuns(before, tests) : null;
  return { kind: 'ended', runId, mode, before, replay, planned, tests, verdict, seconds, change };
}
