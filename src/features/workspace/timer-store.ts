/** Counts the time with the page in front; paused by hand or by looking elsewhere. */
import { createStore, type StoreApi } from 'zustand/vanilla';

interface TimerState {
  /** Seconds on this challenge, earlier visits included. */
  readonly seconds: number;
  readonly isPaused: boolean;
}

export interface Timer {
  readonly state: StoreApi<TimerState>;
  /** Takes over the seconds of earlier visits. */
  begin(earlierSeconds: number): void;
  /** Call about once a second while the page is in front. */
  tick(): void;
  /** Call when the page comes to the front: the time away does not count. */
  resumeClock(): void;
  togglePause(): void;
  /** Seconds counted since they were last taken, to be stored. */
  takeUnsaved(): number;
}

/** A gap longer than this was a sleeping device or a frozen tab, not work. Seconds. */
const longestTick = 5;

export function createTimer(now: () => number): Timer {
  const state = createStore<TimerState>(() => ({ seconds: 0, isPaused: false }));
  let lastTick = now();
  let unsaved = 0;

  return {
    state,
    begin(earlierSeconds) {
      lastTick = now();
      state.setState({ seconds: earlierSeconds + unsaved });
    },
    tick() {
      const moment = now();
      const passed = (moment - lastTick) / 1000;
      lastTick = moment;
      if (state.getState().isPaused || passed <= 0 || passed > longestTick) return;
      unsaved += passed;
      state.setState({ seconds: state.getState().seconds + passed });
    },
    resumeClock() {
      lastTick = now();
    },
    togglePause() {
      lastTick = now();
      state.setState({ isPaused: !state.getState().isPaused });
    },
    takeUnsaved() {
      const taken = Math.floor(unsaved);
      unsaved -= taken;
      return taken;
    },
  };
}
