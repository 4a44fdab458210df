/** A thousand runs with child processes in one page: workers and memory are as they were. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GateSession, openGate } from '../browser/gate-session.ts';
import { measureMemory } from '../browser/memory-figures.ts';
import { runWithChild } from '../browser/processes-left.ts';

const runs = Number(process.env.INTERLEAVE_SOAK_RUNS ?? 1_000);
/** Until here the engine's own caches fill. */
const warmUp = Math.min(50, Math.floor(runs / 2));
/** Memory is told after so many. */
const stretch = 50;
const stoppedEvery = 10;
/** Memory may be so much more than after the warm-up. */
const tolerance = 1.1;
const megabyte = 2 ** 20;
let gate: GateSession;

beforeAll(async () => {
  gate = await openGate(true);
});

afterAll(() => gate?.close());

test(`${runs} runs with a child keep memory within ten per cent`, async () => {
  const seen: Record<string, number> = {};
  const runTo = async (from: number, to: number) => {
    for (let run = from; run < to; run += 1) {
      const ending = await runWithChild(gate, run % stoppedEvery === stoppedEvery - 1);
      seen[ending] = (seen[ending] ?? 0) + 1;
    }
  };

  await runTo(0, warmUp);
  const before = await settle();
  report(warmUp, before);
  for (let run = warmUp; run < runs; run += stretch) {
    await runTo(run, Math.min(run + stretch, runs));
    report(Math.min(run + stretch, runs), await settle());
  }
  const after = await settle();

  const stopped = Math.floor(runs / stoppedEvery);
  expect(seen).toEqual({ passed: runs - stopped, cancelled: stopped });
  expect(gate.page.workers().length).toBe(1);
  for (const kind of ['counted', 'resident'] as const) {
    const [first, last] = [before[kind], after[kind]];
    if (first !== null && last !== null) expect(last, kind).toBeLessThanOrEqual(first * tolerance);
  }
});

/** Memory when one spare interpreter is ready and nothing else is left. */
async function settle() {
  await gate.page.evaluate(() => window.gate.prepare([]));
  await expect.poll(() => gate.page.workers().length, { timeout: 60_000 }).toBe(1);
  return measureMemory(gate.page);
}

function report(run: number, { counted, resident }: Awaited<ReturnType<typeof settle>>): void {
  const inMegabytes = (bytes: number | null) =>
    bytes === null ? 'unknown' : `${Math.round(bytes / megabyte)} MB`;
  process.stdout.write(
    `after ${run} runs: ${inMegabytes(counted)} counted, ${inMegabytes(resident)} resident\n`,
  );
}
