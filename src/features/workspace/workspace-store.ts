/** The state of one challenge page: the run, the learner's progress, the interpreter, what the page has to say. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type EngineCapabilities,
  findObstacle,
  isReadOnly,
  type Obstacle,
} from '../../domain/capabilities.ts';
import type { Challenge, TextFile } from '../../domain/challenge.ts';
import { type HistoryEntry, toHistory } from '../../domain/history.ts';
import { idleProgram, isProgramActive, type ProgramState, reduceProgram } from '../../domain/program-run.ts';
import type { ChallengeProgress } from '../../domain/progress.ts';
import { countProcesses, type Replay, type RunMode } from '../../domain/run-request.ts';
import { idleRun, isActive, type RunAction, type RunState, reduceRun } from '../../domain/run-state.ts';
import type { Sandbox, SandboxState } from '../../sandbox/sandbox.ts';
import type { LearnerStore } from '../../storage/learner-store.ts';
import { completeFiles, createDraftKeeper, savePatience } from './draft-keeper.ts';
import type { DraftKeeper } from './draft-port.ts';
import { afterAttempt, newProgress, runChallenge, type TestReplay } from './run-challenge.ts';
import { runProgram } from './run-program.ts';
import { words } from './words.ts';

export interface WorkspaceDeps {
  readonly challenge: Challenge;
  readonly sandbox: Sandbox;
  /** What this browser can do, as far as is known before an interpreter is up. */
  readonly capabilities: EngineCapabilities;
  readonly store: LearnerStore;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId: () => string;
}

type ShownResults = 'tests' | 'program';

interface WorkspaceState {
  readonly run: RunState;
  readonly program: ProgramState;
  /** Which of the two the results show. */
  readonly shown: ShownResults;
  readonly interpreter: SandboxState;
  /** What this browser lacks for the challenge; `null` when nothing. */
  readonly obstacle: Obstacle | null;
  readonly progress: ChallengeProgress | null;
  /** A short sentence for the status line and for screen readers; `count` tells two equal ones apart. */
  readonly notice: { readonly text: string; readonly count: number };
  /** Set when an attempt could not be stored. */
  readonly recordProblem: string | null;
}

export interface Workspace {
  readonly challenge: Challenge;
  readonly state: StoreApi<WorkspaceState>;
  readonly draft: DraftKeeper;
  /** Loads draft and progress and asks for an interpreter. */
  open(): Promise<void>;
  run(mode: RunMode): Promise<void>;
  /** Runs one file of the draft as a program. */
  runProgram(path: string): Promise<void>;
  /** Gives the waiting program a line; `null` ends its input. */
  answer(line: string | null): void;
  show(results: ShownResults): void;
  /** Runs one test of the last run again, with that schedule of its threads only. */
  replay(test: string, schedule: Replay): Promise<void>;
  stop(): void;
  retryBoot(): void;
  reset(): Promise<void>;
  /** After the challenge has changed: its new starter, the learner's code kept as a snapshot. */
  restartFromStarter(): Promise<void>;
  /** The copies kept of the code, newest first; rejects when the device does not give them out. */
  listHistory(): Promise<readonly HistoryEntry[]>;
  /** Brings a kept copy back into the editor, the present code kept as a snapshot. */
  restore(files: readonly TextFile[]): Promise<void>;
  undo(): Promise<void>;
  /** Ctrl+S: everything is saved anyway, so it says so. */
  saveNow(): Promise<void>;
  /** Saves, and answers why the page cannot be left without losing something; null when it can. */
  prepareToLeave(): Promise<string | null>;
  /** Whether work is gone for good with the page: the device does not take it. */
  wouldLoseWork(): boolean;
  showNextHint(): Promise<void>;
  showSolution(): Promise<void>;
  addActiveSeconds(seconds: number): Promise<void>;
  say(text: string): void;
  dispose(): void;
}

export function createWorkspaceStore(deps: WorkspaceDeps): Workspace {
  const { challenge, sandbox, store, now, newId } = deps;
  const draft = createDraftKeeper({ challenge, store, now });
  const state = createStore<WorkspaceState>(() => ({
    run: idleRun,
    program: idleProgram,
    shown: 'tests',
    interpreter: sandbox.getState(),
    obstacle: findObstacle(challenge, deps.capabilities),
    progress: null,
    notice: { text: '', count: 0 },
    recordProblem: null,
  }));
  const { setState: set, getState: get } = state;
  let stopper: AbortController | null = null;
  /** The attempt that is being stored; resolves when it is, or cannot be. */
  let recording: Promise<unknown> = Promise.resolve();
  let answerProgram: ((line: string | null) => void) | null = null;
  let unsubscribers: (() => void)[] = [];

  const dispatch = (action: RunAction) => set({ run: reduceRun(get().run, action) });
  const stop = () => {
    const { run, program } = get();
    if (!isBusy(get())) return;
    if (isActive(run)) dispatch({ type: 'stop-requested', runId: run.runId });
    if (isProgramActive(program)) {
      set({ program: reduceProgram(program, { type: 'stop-requested', runId: program.runId }) });
    }
    stopper?.abort();
  };
  /** An interpreter that is up knows better than the page what it can do. */
  function hearSandbox(): void {
    const interpreter = sandbox.getState();
    set({ interpreter });
    if (interpreter.kind !== 'ready') return;
    const before = get().obstacle;
    const obstacle = findObstacle(challenge, interpreter.capabilities);
    set({ obstacle });
    // What waited for this interpreter was asked for as if nothing were missing: it would only end red.
    if (before === null && obstacle !== null) stop();
  }
  const say = (text: string) => set({ notice: { text, count: get().notice.count + 1 } });

  async function changeProgress(change: (before: ChallengeProgress) => ChallengeProgress): Promise<void> {
    try {
      const progress = await store.updateProgress(challenge.slug, (before) =>
        change(before ?? newProgress(challenge.slug, now())),
      );
      set({ progress });
    } catch {
      set({ progress: change(get().progress ?? newProgress(challenge.slug, now())) });
    }
  }

  async function run(mode: RunMode, replay?: TestReplay): Promise<void> {
    if (isBusy(get()) || isReadOnly(get().obstacle)) return;
    const hadObstacle = get().obstacle !== null;
    const runId = newId();
    const controller = new AbortController();
    stopper = controller;
    set({ recordProblem: null, shown: 'tests' });
    dispatch({ type: 'requested', runId, mode, replay: replay?.schedule ?? null });
    // Pressed in the first moments, it waits for the learner's own code.
    await draft.open();
    void draft.flush();
    const { verdict, seconds, attempt, recorded } = await runChallenge({
      challenge,
      draft: draft.current(),
      mode,
      ...(replay && { replay }),
      sandbox,
      store,
      now,
      newId,
      missing: get().obstacle?.missing ?? [],
      signal: controller.signal,
      onEvent: (event) => dispatch({ type: 'event-received', runId, event }),
      onStart: () => dispatch({ type: 'started', runId, at: now() }),
    });
    // Another tab may know of more; what is stored comes after it.
    if (attempt !== null) set({ progress: afterAttempt(get().progress, attempt, challenge) });
    if (hadObstacle !== (get().obstacle !== null) && verdict.kind === 'cancelled') set({ run: idleRun });
    else dispatch({ type: 'ended', runId, verdict, seconds });
    recording = recorded;
    const isNewest = () => recording === recorded;
    const tellProblem = () => isNewest() && set({ recordProblem: words.save.attemptFailed });
    const silence = setTimeout(tellProblem, savePatience);
    const { progress, isRecorded } = await recorded;
    clearTimeout(silence);
    // A later run has counted on from here already.
    if (progress !== null && isNewest()) set({ progress, recordProblem: null });
    if (!isRecorded) tellProblem();
  }

  return {
    challenge,
    state,
    draft,
    run: (mode) => run(mode),
    async replay(test, schedule) {
      const { run: last } = get();
      if (last.kind === 'ended') await run(last.mode, { test, schedule });
    },
    say,
    async runProgram(path) {
      if (isBusy(get()) || isReadOnly(get().obstacle)) return;
      const runId = newId();
      stopper = new AbortController();
      set({ shown: 'program' });
      await runProgram({
        challenge,
        readFiles: async () => {
          await draft.open();
          void draft.flush();
          return draft.current().files;
        },
        program: path,
        runId,
        sandbox,
        now,
        signal: stopper.signal,
        dispatch: (action) => set({ program: reduceProgram(get().program, action) }),
        onInputWanted: (answer) => {
          answerProgram = answer;
        },
      });
      answerProgram = null;
    },
    answer(line) {
      const { program } = get();
      if (!isProgramActive(program) || answerProgram === null) return;
      const answer = answerProgram;
      answerProgram = null;
      set({ program: reduceProgram(program, { type: 'line-typed', runId: program.runId, line }) });
      answer(line);
    },
    show: (shown) => set({ shown }),
    async open() {
      unsubscribers.push(sandbox.subscribe(hearSandbox));
      hearSandbox();
      if (!isReadOnly(get().obstacle)) sandbox.prepare(challenge.packages, countProcesses(challenge));
      const seen = changeProgress((before) => ({ ...before, lastSeenAt: now() }));
      await Promise.all([draft.open(), seen]);
      unsubscribers.push(
        store.subscribe((change) => {
          if (change.type !== 'progress-changed' || change.slug !== challenge.slug) return;
          void store
            .loadProgress(challenge.slug)
            .then((progress) => set({ progress }))
            .catch(() => undefined);
        }),
      );
    },
    stop,
    retryBoot: () => sandbox.retry(),
    async reset() {
      if (await draft.replace(challenge.starter, 'reset', 'before-reset')) say(words.reset.done);
    },
    async restartFromStarter() {
      if (!(await draft.replace(challenge.starter, 'reset', 'challenge-changed'))) return;
      draft.acceptNewVersion();
      say(words.reset.done);
    },
    async listHistory() {
      const slug = challenge.slug;
      const [snapshots, attempts] = await Promise.all([store.listSnapshots(slug), store.listAttempts(slug)]);
      return toHistory(
        snapshots.map((kept) => ({ ...kept, files: completeFiles(challenge, kept.files) })),
        attempts,
      );
    },
    async restore(files) {
      if (await draft.replace(files, 'restore', 'before-restore')) say(words.history.done);
    },
    async undo() {
      if (await draft.undo()) say(words.reset.undone);
    },
    async saveNow() {
      await draft.flush();
      const { save, conflict } = draft.state.getState();
      if (conflict === null && save.kind !== 'failed') say(words.save.now);
    },
    async prepareToLeave() {
      if (isBusy(get())) return words.leave.running;
      await Promise.all([draft.flush(), withinSavePatience(recording)]);
      if (store.status.kind === 'memory' && draft.isEdited()) return words.leave.memory;
      return draft.isSafe() ? null : words.leave.unsaved;
    },
    wouldLoseWork: () =>
      draft.isEdited() && (store.status.kind === 'memory' || draft.state.getState().save.kind === 'failed'),
    showNextHint: () =>
      changeProgress((before) => ({
        ...before,
        hintsShown: Math.min(before.hintsShown + 1, challenge.hintsHtml.length),
      })),
    async showSolution() {
      if (!(await draft.replace(challenge.solution, 'solution', 'before-solution'))) return;
      await changeProgress((before) => ({
        ...before,
        solutionShownAt: before.solutionShownAt ?? now(),
      }));
      say(words.solution.done);
    },
    addActiveSeconds: (seconds) =>
      changeProgress((before) => ({ ...before, activeSeconds: before.activeSeconds + seconds })),
    dispose() {
      stopper?.abort();
      for (const unsubscribe of unsubscribers) unsubscribe();
      unsubscribers = [];
      draft.dispose();
    },
  };
}

/** True while tests or a program run, or wait to. */
export function isBusy({ run, program }: Pick<WorkspaceState, 'run' | 'program'>): boolean {
  return isActive(run) || isProgramActive(program);
}

function withinSavePatience(work: Promise<unknown>): Promise<unknown> {
  return Promise.race([work, new Promise((resolve) => setTimeout(resolve, savePatience))]);
}
