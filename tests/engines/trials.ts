/** What is tried in each engine: one story each, on the built site. */
import { readFileSync } from 'node:fs';
import type { Capability } from '../../src/domain/capabilities.ts';
import type { Visitor } from './visitor.ts';

export interface Trial {
  readonly name: string;
  /** What the engine has to be able to do; where it cannot, the page has to say so beforehand. */
  readonly rests: readonly Capability[];
  /** Whether the host sends the headers of cross-origin isolation. */
  readonly headers: boolean;
  /** What the challenge says it needs, beyond what it says itself. */
  readonly needs?: 'threads' | 'processes';
  /** What is tried instead where the engine cannot and no challenge says that it needs it: that the error says why. */
  readonly explain?: (visitor: Visitor) => Promise<void>;
  readonly run: (visitor: Visitor, site: TrialSite) => Promise<void>;
}

interface TrialSite {
  goDown(): Promise<void>;
}

const slug = 'min-with-key';
const solution = () => readFileSync(`challenges/${slug}/solution.py`, 'utf8');
const program = (name: string) => readFileSync(new URL(`programs/${name}.py`, import.meta.url), 'utf8');

async function solve(visitor: Visitor): Promise<void> {
  await visitor.openWith(slug, solution());
  await visitor.command('Submit');
  await visitor.sees('tests pass');
}

async function runProgram(visitor: Visitor, name: string, output: string): Promise<void> {
  await visitor.openWith(slug, program(name));
  await visitor.command('Run file');
  await visitor.sees(output);
  await visitor.sees('ended with exit code 0');
}

export const trials: readonly Trial[] = [
  { name: 'solve', rests: [], headers: true, run: solve },
  {
    name: 'fail, with the difference shown',
    rests: [],
    headers: true,
    async run(visitor) {
      await visitor.openWith(slug, readFileSync(`challenges/${slug}/starter.py`, 'utf8'));
      await visitor.command('Run');
      await visitor.sees(' fail');
      await visitor.sees('expected');
    },
  },
  {
    name: 'stop an endless loop, run again',
    rests: [],
    headers: true,
    async run(visitor) {
      await visitor.openWith(slug, 'while True:\n    pass\n');
      await visitor.command('Run');
      await visitor.sees('Python is running your code');
      await visitor.command('Stop');
      await visitor.sees('Stopped by you');
      await visitor.command('Run');
      await visitor.sees('Python is running your code');
      await visitor.command('Stop');
      await visitor.sees('Stopped by you');
    },
  },
  {
    name: 'asyncio',
    rests: [],
    headers: true,
    run: (visitor) => runProgram(visitor, 'asyncio_gather', 'asyncio says slow fast'),
  },
  {
    name: 'threads',
    rests: ['stackSwitching'],
    headers: true,
    needs: 'threads',
    run: (visitor) => runProgram(visitor, 'threads_queue', 'threads say 1 4 9 16'),
  },
  {
    name: 'processes',
    rests: ['stackSwitching', 'sharedMemory'],
    headers: true,
    needs: 'processes',
    run: (visitor) => runProgram(visitor, 'processes_queue', 'processes say 1 4 9'),
  },
  {
    name: 'input()',
    // Either would do, and where there are these headers an engine without shared memory has no stack switching.
    rests: ['sharedMemory'],
    headers: true,
    async explain(visitor) {
      await visitor.openWith(slug, program('asks'));
      await visitor.command('Run file');
      await visitor.sees('input() cannot wait for the keyboard in this browser');
    },
    async run(visitor) {
      await visitor.openWith(slug, program('asks'));
      await visitor.command('Run file');
      await visitor.sees('waits for a line');
      await visitor.until('the field for the line', () => {
        const field = document.querySelector<HTMLInputElement>('.input-row input');
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
        if (field === null || set === undefined) return false;
        set.call(field, 'Ada');
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return true;
      });
      await visitor.until('the line to be sent', () => {
        const form = document.querySelector<HTMLFormElement>('.input-row');
        form?.requestSubmit();
        return form !== null;
      });
      await visitor.sees('Hello Ada');
    },
  },
  { name: 'solve on a host without headers', rests: [], headers: false, run: solve },
  {
    name: 'offline after one visit',
    rests: [],
    headers: false,
    async run(visitor, site) {
      await visitor.openWith(slug, solution());
      await visitor.sees('ready');
      await visitor.driver.evaluate(waitUntilKept, { root: visitor.url, slug });
      await site.goDown();
      await visitor.driver.open(visitor.url);
      await visitor.until('the catalogue', () => document.querySelector('input[type=search]') !== null);
      await visitor.driver.open(`${visitor.url}c/${slug}/`);
      await visitor.command('Submit');
      await visitor.sees('tests pass');
    },
  },
];

/** The page, its data, the core of the app and the interpreter are kept. */
async function waitUntilKept({ root, slug }: { root: string; slug: string }): Promise<void> {
  const wanted = [
    '.kept/whole',
    `c/${slug}/index.html`,
    ...['manifest', 'wasm', 'worker', 'stdlib', 'site', 'interleave'].map((name) => `interpreter/${name}`),
  ];
  const endsAt = Date.now() + 120_000;
  for (;;) {
    const paths: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) paths.push(url.slice(root.length));
    }
    const missing = wanted.filter((beginning) => !paths.some((path) => path.startsWith(beginning)));
    if (missing.length === 0) return;
    if (Date.now() > endsAt) throw new Error(`Never kept: ${missing.join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
