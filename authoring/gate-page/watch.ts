/** A run under the eye of a watch that stops it as soon as one test takes too long. */
import type { RunEvent } from '../../src/domain/report.ts';
import type { GateRun, WatchedResult } from './gate-run.ts';

/** `idleSeconds`: how long the run may go on without a test beginning or ending. */
export async function watchRun(
  start: (onEvent: (event: RunEvent) => void) => GateRun,
  idleSeconds: number,
): Promise<WatchedResult> {
  let running = '';
  let stuck: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rewind = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      stuck = running;
      run.stop();
    }, idleSeconds * 1000);
  };
  const run = start((event) => {
    if (event.type === 'started') running = event.id;
    if (event.type === 'finished') running = '';
    rewind();
  });
  await Promise.race([run.started, run.result]);
  rewind();
  const result = await run.result;
  clearTimeout(timer);
  return { ...result, stuck };
}
