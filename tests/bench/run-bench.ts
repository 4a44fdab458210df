/** `npm run bench -- [--json FILE] [--only key,key] [--pairs N]`: what the product's figures are on this machine. */
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { currentLoad, type Figure, figureLine, type Measured, toFigure } from './figure.ts';
import { type InterpreterBench, openInterpreterBench } from './interpreter.ts';
import { openPagesBench, type PagesBench } from './pages.ts';
import { openSiteBench, type SiteBench } from './site.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string', default: '' },
    pairs: { type: 'string', default: '9' },
  },
});
const pairs = Number(values.pairs);
if (!Number.isInteger(pairs) || pairs < 1) stop('--pairs takes a whole number from 1.');
const only = values.only.split(',').filter((key) => key !== '');

type Measurement<Page> = readonly [
  /** The first words of the keys that it gives. */
  names: readonly string[],
  measure: (page: Page) => Promise<readonly Measured[]>,
];

const inInterpreter: readonly Measurement<InterpreterBench>[] = [
  [['hookSlowdown'], (page) => page.hook(pairs)],
  [['threadSwitch'], (page) => page.threadSwitch(pairs)],
  [['nextInterpreter'], (page) => page.nextInterpreter(pairs)],
  [['queueRoundTrip'], (page) => page.queueRoundTrip()],
  [['pipe10MB'], (page) => page.pipe(pairs)],
  [['poolReady'], (page) => page.poolReady(pairs)],
  [['poolMap'], (page) => page.poolMap(pairs)],
];
const onSite: readonly Measurement<SiteBench>[] = [
  [['clickToVerdict'], (page) => page.clickToVerdict(pairs)],
  [['firstVisit', 'repeatVisit'], (page) => page.visits(pairs)],
];
const ofPages: readonly Measurement<PagesBench>[] = [
  [['longestTask'], (page) => page.longestTask(pairs)],
  [['search1000'], (page) => page.search(pairs)],
  [['idlePage'], (page) => page.memory(pairs)],
];
const known = [...inInterpreter, ...onSite, ...ofPages].flatMap(([names]) => names);
const asked = new Set(only.map((key) => key.split('.')[0] ?? key));
for (const key of asked)
  if (!known.includes(key)) stop(`There is no figure ${key}. There are: ${known.join(', ')}.`);

const figures: Figure[] = [];
const failures: string[] = [];
await measureAll(inInterpreter, openInterpreterBench);
await measureAll(onSite, openSiteBench);
await measureAll(ofPages, openPagesBench);
process.exitCode = failures.length === 0 ? 0 : 1;

async function measureAll<Page extends { close(): Promise<void> }>(
  measurements: readonly Measurement<Page>[],
  open: () => Promise<Page>,
): Promise<void> {
  const wanted = measurements.filter(([names]) => asked.size === 0 || names.some((name) => asked.has(name)));
  if (wanted.length === 0) return;
  const page = await open();
  try {
    for (const [names, measure] of wanted) await take(names.join(', '), () => measure(page));
  } finally {
    await page.close();
  }
}

async function take(name: string, measure: () => Promise<readonly Measured[]>): Promise<void> {
  const loadBefore = currentLoad();
  try {
    for (const measured of await measure()) {
      const figure = toFigure(measured, loadBefore);
      figures.push(figure);
      process.stdout.write(`${figureLine(figure)}\n  ${figure.how}\n`);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    failures.push(`${name}: ${reason}`);
    process.stdout.write(`${name}: not measured. ${reason}\n`);
  }
  // After every measurement: what is known is kept, whatever the next one does.
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(toReport(), null, 1)}\n`);
}

function toReport() {
  const processor = cpus()[0]?.model ?? 'unknown';
  return {
    date: new Date().toISOString(),
    machine: { processor, processors: availableParallelism(), node: process.version },
    pairs,
    figures: Object.fromEntries(figures.map((figure) => [figure.key, figure])),
    failures,
  };
}

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
