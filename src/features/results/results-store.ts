/** Which test is open in the results. Only one is at a time. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TestResult } from '../../domain/report.ts';
import { isFailing } from '../../domain/run-state.ts';

interface ResultsState {
  readonly openId: string | null;
  /** Raised when a test was opened by a command, so that the row takes the focus. */
  readonly jumps: number;
}

export interface ResultsStore {
  readonly state: StoreApi<ResultsState>;
  toggle(id: string): void;
  /** Opens a test without moving the focus. */
  show(id: string | null): void;
  /** Opens the failing test after the open one, from the last to the first again. */
  goToNextFailure(tests: readonly TestResult[]): TestResult | null;
}

export function createResultsStore(): ResultsStore {
  const state = createStore<ResultsState>(() => ({ openId: null, jumps: 0 }));
  return {
    state,
    toggle: (id) => state.setState(({ openId }) => ({ openId: openId === id ? null : id })),
    show: (id) => state.setState({ openId: id }),
    goToNextFailure(tests) {
      const failing = tests.filter(isFailing);
      const { openId, jumps } = state.getState();
      const index = failing.findIndex((test) => test.id === openId);
      const next = failing[(index + 1) % failing.length] ?? null;
      if (next !== null) state.setState({ openId: next.id, jumps: jumps + 1 });
      return next;
    },
  };
}
