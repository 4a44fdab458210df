/** Measurements of the built site, from a click to what the learner sees, beside native pytest on the same files. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../../authoring/runtime/chromium.ts';
import { serve } from '../../scripts/setup/serve.mjs';
import { readCatalog } from '../../src/content/build/read-catalog.ts';
import type { Challenge } from '../../src/domain/challenge.ts';
import { listTestNames } from '../../src/features/results/list-test-names.ts';
import type { Measured } from './figure.ts';
import { openStock, type StockVisit } from './stock.ts';

export interface SiteBench {
  clickToVerdict(pairs: number): Promise<readonly Measured[]>;
  visits(pairs: number): Promise<readonly Measured[]>;
  close(): Promise<void>;
}

interface Visit {
  /** Milliseconds from the start of the navigation. */
  readonly readyMs: number;
  readonly verdictMs: number;
  readonly bytes: number;
}

const python = process.env.INTERLEAVE_PYTHON ?? 'python3';
const patience = 180_000;
const wantedTests = 8;
/** pytest's own plugins that the judge does without too, and those that others may have installed. */
const withoutPlugins = [
  'cacheprovider',
  'asyncio',
  'anyio',
  'junitxml',
  'doctest',
  'pastebin',
  'stepwise',
].flatMap((name) => ['-p', `no:${name}`]);

/** Needs `dist/`. */
export async function openSiteBench(): Promise<SiteBench> {
  const sent = { bytes: 0 };
  const server = await serve({
    root: path.resolve('dist'),
    port: 0,
    onRequest: ({ bytes }) => {
      sent.bytes += bytes;
    },
  });
  const browser = await launchChromium();
  const challenge = await chooseChallenge();
  const address = new URL(`c/${challenge.slug}/`, server.url).href;

  async function openContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await browser.newContext(options);
    // The loader of this script gives functions their names, and the page does not know how.
    await context.addInitScript('globalThis.__name ??= (named) => named;');
    return context;
  }

  async function visit(context: BrowserContext): Promise<{ page: Page; ms: number; bytes: number }> {
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    // Counted where they come from: what a service worker asks for is not the page's, and is sent all the same.
    sent.bytes = 0;
    await page.goto(address);
    const ready = await page.waitForFunction(() =>
      /Python .* ready/.test(document.querySelector('footer')?.textContent ?? '') ? performance.now() : 0,
    );
    const ms = await ready.jsonValue();
    return { page, ms, bytes: sent.bytes };
  }

  /** As a learner in a hurry. The starter's tests fail, which is a verdict too. */
  async function visitToVerdict(context: BrowserContext): Promise<Visit> {
    const { page, ms, bytes } = await visit(context);
    await clickRun(page);
    const verdictMs = await page.evaluate(() => performance.now());
    await page.close();
    return { readyMs: ms, verdictMs, bytes };
  }

  return {
    async clickToVerdict(pairs) {
      const context = await openContext({ viewport: { width: 1440, height: 900 } });
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const native = await layOutNatively(challenge);
      try {
        const { page } = await visit(context);
        await paste(page, challenge.solution[0]?.text ?? '');
        await clickRun(page);
        native.run([]);
        const clicks: number[] = [];
        const ratios: number[] = [];
        const plainRatios: number[] = [];
        for (let pair = 0; pair < pairs; pair += 1) {
          await page
            .getByText(/Python .* ready/)
            .first()
            .waitFor();
          const click = await clickRun(page);
          clicks.push(click);
          ratios.push(click / native.run([]));
          plainRatios.push(click / native.run(withoutPlugins));
        }
        const how = `Run of ${challenge.slug}, ${await countTests(page)} tests, all pass, warm`;
        return [
          {
            key: 'clickToVerdict.ms',
            unit: 'ms',
            samples: clicks,
            how: `click to the verdict's words: ${how}`,
          },
          {
            key: 'clickToVerdict.ratio',
            unit: '',
            samples: ratios,
            how: `over \`${native.version} -m pytest -q\` on the same files, a process each: ${how}`,
          },
          {
            key: 'clickToVerdict.ratioPlain',
            unit: '',
            samples: plainRatios,
            how: `the same with ${withoutPlugins.filter((word) => word !== '-p').join(', ')}`,
          },
        ];
      } finally {
        await native.remove();
        await context.close();
      }
    },
    async visits(pairs) {
      const own: Visit[] = [];
      const stock: StockVisit[] = [];
      const ownAgain: number[] = [];
      const stockAgain: number[] = [];
      const other = await openStock(
        textsOf(challenge),
        challenge.visibleTests.map((file) => file.path),
      );
      try {
        for (let round = 0; round < pairs; round += 1) {
          const context = await openContext();
          own.push(await visitToVerdict(context));
          stock.push(await other.visit(context));
          const again = await visit(context);
          await again.page.close();
          ownAgain.push(again.ms);
          stockAgain.push((await other.visit(context)).readyMs);
          await context.close();
        }
      } finally {
        await other.close();
      }
      const ratios = (above: readonly number[], below: readonly number[]) =>
        above.map((value, at) => value / (below[at] ?? Number.NaN));
      const how = 'challenge page of a new profile until Python is ready, from this machine';
      const verdict = `challenge page of a new profile, Run pressed as soon as it can be, until the verdict: ${challenge.slug}`;
      const over = 'over stock Pyodide in a worker with the wheels unpacked, the same files and profile';
      return [
        { key: 'firstVisit.ms', unit: 'ms', samples: own.map((one) => one.readyMs), how },
        { key: 'firstVisit.verdictMs', unit: 'ms', samples: own.map((one) => one.verdictMs), how: verdict },
        {
          key: 'firstVisit.ratio',
          unit: '',
          samples: ratios(
            own.map((one) => one.verdictMs),
            stock.map((one) => one.verdictMs),
          ),
          how: `the verdict ${over}`,
        },
        {
          key: 'firstVisit.bytes',
          unit: 'bytes',
          samples: own.map((one) => one.bytes),
          how: 'bodies sent by the server until Python is ready, app and editor included; brotli where the site has it',
        },
        {
          key: 'repeatVisit.ms',
          unit: 'ms',
          samples: ownAgain,
          how: 'the same page again until Python is ready',
        },
        {
          key: 'repeatVisit.ratio',
          unit: '',
          samples: ratios(ownAgain, stockAgain),
          how: `Python ready, ${over}`,
        },
      ];
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** The starter's files, and the tests that a learner sees. */
function textsOf({ assets, starter, visibleTests }: Challenge): Readonly<Record<string, string>> {
  const files = [...assets, ...starter, ...visibleTests];
  return Object.fromEntries(files.flatMap((file) => ('text' in file ? [[file.path, file.text]] : [])));
}

/** One that runs on any Python, with as nearly eight visible tests as there is. */
export async function chooseChallenge(): Promise<Challenge> {
  const { challenges } = await readCatalog('challenges');
  const distance = (challenge: Challenge) =>
    Math.abs(listTestNames(challenge.visibleTests).length - wantedTests);
  const plain = challenges.filter(
    ({ needs, packages, starter }) => needs.length === 0 && packages.length === 0 && starter.length === 1,
  );
  const [chosen] = plain.sort((left, right) => distance(left) - distance(right));
  if (chosen === undefined)
    throw new Error('There is no challenge without packages and needs to measure with.');
  return chosen;
}

/** Milliseconds from the click until the page says how the run ended. */
export function clickRun(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const button = [...document.querySelectorAll('button')].find((found) =>
          found.textContent?.trim().startsWith('Run'),
        );
        const said = document.querySelector('.results__live');
        if (!button || !said) return void reject(new Error('The page has no Run button, or no results.'));
        let hasBegun = false;
        const look = () => {
          const text = said.textContent ?? '';
          if (!/\bpass\b|\bpasses\b|\bfail\b|\bfails\b/.test(text)) hasBegun = true;
          else if (hasBegun) {
            watch.disconnect();
            resolve(performance.now() - clickedAt);
          }
        };
        const watch = new MutationObserver(look);
        watch.observe(said, { childList: true, characterData: true, subtree: true });
        const clickedAt = performance.now();
        button.click();
      }),
  );
}

async function countTests(page: Page): Promise<string> {
  const text = await page.locator('.results__live').textContent();
  return /All (\d+) (?:visible )?tests pass/.exec(text ?? '')?.[1] ?? `unexpected: ${text}`;
}

export async function paste(page: Page, text: string): Promise<void> {
  const editor = page.locator('.monaco-editor .view-lines').first();
  await editor.waitFor();
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+V');
}

interface NativeRuns {
  readonly version: string;
  /** Milliseconds of one process. */
  run(options: readonly string[]): number;
  remove(): Promise<void>;
}

async function layOutNatively(challenge: Challenge): Promise<NativeRuns> {
  const folder = await mkdtemp(path.join(tmpdir(), 'interleave-bench-'));
  for (const file of [...challenge.assets, ...challenge.solution, ...challenge.visibleTests]) {
    const place = path.join(folder, file.path);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, 'text' in file ? file.text : Buffer.from(file.base64, 'base64'));
  }
  const tests = challenge.visibleTests.map((file) => file.path);
  const { stdout } = spawnSync(python, ['--version'], { encoding: 'utf8' });
  return {
    version: (stdout ?? '').trim(),
    run(options) {
      const startedAt = performance.now();
      const { status, stdout: said } = spawnSync(python, ['-m', 'pytest', '-q', ...options, ...tests], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' },
      });
      const ms = performance.now() - startedAt;
      if (status !== 0) throw new Error(`Natively the tests do not pass:\n${said}`);
      return ms;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
