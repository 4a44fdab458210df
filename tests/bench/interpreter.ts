/** Measurements inside the product's interpreter: a program prints its values, the page is the gate's. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../authoring/runtime/chromium.ts';
import type { RunRequest } from '../../src/domain/run-request.ts';
import { toVerdict } from '../../src/domain/verdict.ts';
import { type GateServer, startGateServer } from '../browser/gate-server.ts';
import type { Measured } from './figure.ts';
import { summarise } from './statistics.ts';

/** The interpreters of one page. */
export interface InterpreterBench {
  poolMap(pairs: number): Promise<readonly Measured[]>;
  queueRoundTrip(): Promise<readonly Measured[]>;
  pipe(pairs: number): Promise<readonly Measured[]>;
  poolReady(pairs: number): Promise<readonly Measured[]>;
  threadSwitch(pairs: number): Promise<readonly Measured[]>;
  hook(pairs: number): Promise<readonly Measured[]>;
  nextInterpreter(pairs: number): Promise<readonly Measured[]>;
  close(): Promise<void>;
}

type Printed = Readonly<Record<string, readonly number[]>>;

/** Fewer pairs say too little about a difference of a few percent. */
const fewestHookPairs = 15;

export async function openInterpreterBench(): Promise<InterpreterBench> {
  const server: GateServer = await startGateServer(true);
  const browser = await launchChromium();
  const page = await openPage(1);

  async function openPage(parallel: number): Promise<Page> {
    const opened = await browser.newPage();
    await opened.goto(`${server.url}?parallel=${parallel}`);
    await opened.waitForFunction(() => 'gate' in globalThis);
    return opened;
  }

  async function run(program: string, pairs: number, processes = 0): Promise<Printed> {
    const [printed] = await runIn(page, [await toRequest(program, pairs, processes)]);
    return printed ?? {};
  }

  return {
    async poolMap(pairs) {
      const speedups: number[] = [];
      const ratios: number[] = [];
      const alone = await toRequest('alone.py', pairs, 0);
      // Two sandboxes: what two interpreters reach that have nothing to do with each other.
      const two = await openPage(2);
      for (let round = 0; round < pairs; round += 1) {
        const { speedup = [] } = await run('pool_map.py', 3, 3);
        const rate = async (requests: readonly RunRequest[]) => {
          await two.evaluate(() => window.gate.prepare([]));
          return piecesPerSecond(await runIn(two, requests));
        };
        const one = await rate([alone]);
        const side = (await rate([alone, alone])) / one;
        const pool = summarise(speedup).median;
        speedups.push(pool);
        ratios.push(pool / side);
      }
      await two.close();
      return [
        {
          key: 'poolMap.speedup',
          unit: '',
          samples: speedups,
          how: 'Pool(2).map against Pool(1).map, 8 tasks of computing of some 80 ms each; each value the median of 3 pairs',
        },
        {
          key: 'poolMap.ratioToIndependent',
          unit: '',
          samples: ratios,
          how: 'that speed-up over the one of two interpreters side by side, measured right after it',
        },
      ];
    },
    async queueRoundTrip() {
      const { ms = [] } = await run('queue_round_trip.py', 1, 1);
      return [
        {
          key: 'queueRoundTrip.ms',
          unit: 'ms',
          samples: ms,
          how: 'a number to a child and back, two queues',
        },
      ];
    },
    async pipe(pairs) {
      const { ms = [] } = await run('pipe.py', pairs, 1);
      return [{ key: 'pipe10MB.ms', unit: 'ms', samples: ms, how: 'ten messages of 1 MB, each answered' }];
    },
    async poolReady(pairs) {
      const samples: number[] = [];
      for (let round = 0; round < pairs; round += 1) {
        const { ms = [] } = await run('pool_ready.py', 1, 2);
        samples.push(...ms);
      }
      return [
        {
          key: 'poolReady.ms',
          unit: 'ms',
          samples,
          how: 'Pool(2) until both have answered; warm interpreters',
        },
      ];
    },
    async threadSwitch(pairs) {
      const { us = [] } = await run('thread_switch.py', pairs);
      return [
        { key: 'threadSwitch.us', unit: 'µs', samples: us, how: 'two threads, 4,000 × time.sleep(0) in all' },
      ];
    },
    async hook(pairs) {
      const { percent = [], str = [] } = await run('hook.py', Math.max(pairs, fewestHookPairs));
      const how = 'one thread, with looking for signals and switches and without it; fastest of 25 each';
      return [
        { key: 'hookSlowdown.percent', unit: '%', samples: percent, how, widestInterval: 10 },
        {
          key: 'hookSlowdown.strNs',
          unit: 'ns',
          samples: str,
          how: 'more for each str(), which asks every time',
        },
      ];
    },
    async nextInterpreter(pairs) {
      const request = await toRequest('empty.py', 1, 0);
      const samples: number[] = [];
      for (let round = 0; round < pairs; round += 1) {
        samples.push(
          await page.evaluate(async (asked) => {
            await window.gate.prepare([]);
            await window.gate.run(asked);
            const endedAt = performance.now();
            await window.gate.prepare([]);
            return performance.now() - endedAt;
          }, request),
        );
      }
      return [
        {
          key: 'nextInterpreter.ms',
          unit: 'ms',
          samples,
          how: 'from the verdict until the next interpreter is ready',
        },
      ];
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Runs the programs at the same time, each in an interpreter of its own. */
async function runIn(page: Page, requests: readonly RunRequest[]): Promise<readonly Printed[]> {
  const results = await page.evaluate(
    (asked) => Promise.all(asked.map((request) => window.gate.run(request))),
    [...requests],
  );
  return results.map(({ ending }) => {
    const verdict = toVerdict(ending);
    if (verdict.kind !== 'passed')
      throw new Error(`A measurement ended as ${JSON.stringify(verdict).slice(0, 2_000)}`);
    const text = verdict.report.tests[0]?.stdout.text.trim().split('\n').at(-1) ?? '';
    return JSON.parse(text) as Printed;
  });
}

/** Of all interpreters together, in the time in which all of them computed. */
function piecesPerSecond(printed: readonly Printed[]): number {
  const rows = printed.map(({ ends = [] }) => ends);
  const from = Math.max(...rows.map((ends) => ends[0] ?? 0));
  const to = Math.min(...rows.map((ends) => ends.at(-1) ?? 0));
  if (to - from < 1) throw new Error('The interpreters did not compute at the same time. Measure again.');
  const pieces = rows.flat().filter((end) => end > from && end <= to).length;
  return pieces / (to - from);
}

async function toRequest(program: string, pairs: number, processes: number): Promise<RunRequest> {
  const folder = new URL('./programs/', import.meta.url);
  const text = await readFile(new URL(program, folder), 'utf8');
  const solution = await readFile(new URL('solution.py', folder), 'utf8');
  return {
    slug: 'bench',
    mode: 'visible',
    files: [
      { path: 'solution.py', text: solution },
      { path: 'tests/test_bench.py', text: text.replaceAll('"$PAIRS"', `"${pairs}"`) },
    ],
    editable: ['solution.py'],
    starter: [],
    testFiles: ['tests/test_bench.py'],
    only: [],
    packages: [],
    clock: 'real',
    keepGc: false,
    processes,
    limits: { seconds: 300, outputCharacters: 200_000 },
  };
}
