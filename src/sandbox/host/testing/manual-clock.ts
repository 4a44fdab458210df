/** A clock whose hands the test turns. */
import type { Clock } from '../clock.ts';

export interface ManualClock extends Clock {
  /** Lets time pass; timers that come due ring in order, and what they set off has its turn. */
  advance(milliseconds: number): Promise<void>;
}

export function createManualClock(): ManualClock {
  let now = 0;
  let timers: { readonly at: number; readonly ring: () => void }[] = [];

  return {
    now: () => now,
    after: (milliseconds, ring) => {
      const timer = { at: now + milliseconds, ring };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance: async (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        const due = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers = timers.filter((timer) => timer !== due);
        now = due.at;
        due.ring();
        await settle();
      }
      now = end;
    },
  };
}

/** Lets promises and messages that are already under way arrive. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}
