/** The moment from which on a challenge page has time for what can wait. */
import type { Sandbox } from '../sandbox/sandbox.ts';

/** A network that never brings Python is not waited for longer than this. */
const longestBootMs = 30_000;
/** By then a page that is only read has not asked for Python, and will not. */
const askedMs = 12_000;

/** Resolves when the first interpreter is up, or will not be. */
export function whenBooted(sandbox: Sandbox): Promise<void> {
  return new Promise((resolve) => {
    const timers = [
      setTimeout(end, longestBootMs),
      setTimeout(() => sandbox.getState().kind === 'idle' && end(), askedMs),
    ];
    const unsubscribe = sandbox.subscribe(() => {
      const { kind } = sandbox.getState();
      if (kind === 'ready' || kind === 'failed') end();
    });
    function end(): void {
      timers.forEach(clearTimeout);
      unsubscribe();
      resolve();
    }
  });
}
