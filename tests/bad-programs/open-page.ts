/** A browser that has the page of the bad programs open. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentSecurityPolicy } from '../../src/content/build/render-page.ts';
import type { RunRequest } from '../../src/domain/run-request.ts';
import { parseManifest } from '../../src/image/manifest.ts';
import { openChromium } from '../attacks/driver.ts';
import { readServed, type Served, startAttackServers } from '../attacks/servers.ts';
import { sampleRequest } from '../browser/sample-request.ts';
import { type BadProgram, callsWork, type Shown } from './bad-program.ts';
import { buildPage } from './build-page.ts';

export interface ProgramPage {
  readonly engine: string;
  /** Runs a bad program, and then a good one, which has to pass whatever came before it. */
  run(program: BadProgram): Promise<Outcome>;
  close(): Promise<void>;
}

export interface Outcome extends Shown {
  /** What is not as it must be, in words; empty when all is well. */
  readonly problems: readonly string[];
  readonly limitSeconds: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const generousSeconds = 30;
const goodSolution = 'def work():\n    return 1\n';
const goodTests = 'from solution import work\n\ndef test_work():\n    assert work() == 1\n';

export async function openProgramPage(): Promise<ProgramPage> {
  const image = process.env.INTERLEAVE_IMAGE ?? path.join(root, '.cache/image');
  const [{ script, style }, manifestText] = await Promise.all([
    buildPage(),
    readFile(path.join(image, 'manifest.json'), 'utf8'),
  ]);
  const policy = contentSecurityPolicy(parseManifest(manifestText).frame.sha256);
  const files: Readonly<Record<string, Served>> = {
    '/': { type: 'text/html; charset=utf-8', body: toHtml(policy) },
    '/page.js': { type: 'text/javascript; charset=utf-8', body: script },
    '/page.css': { type: 'text/css; charset=utf-8', body: style },
  };
  const servers = await startAttackServers(async (pathname) => {
    const name = /^\/interpreter\/([a-z0-9.-]+)$/.exec(pathname)?.[1];
    return name === undefined ? (files[pathname] ?? null) : readServed(path.join(image, name));
  });
  const driver = await openChromium();
  await driver.open(servers.site.home);
  const show = (request: RunRequest) => driver.evaluate((asked) => window.showRun(asked), request);
  return {
    engine: driver.engine,
    async run(program) {
      const request = toRequest(program);
      const shown = await show(request);
      const after = await show(toRequest({ ...program, solution: goodSolution, tests: goodTests }));
      return {
        ...shown,
        limitSeconds: request.limits.seconds,
        problems: findProblems(program, shown, after),
      };
    },
    close: async () => {
      await driver.close();
      await servers.close();
    },
  };
}

function toRequest(
  program: Pick<BadProgram, 'solution' | 'tests' | 'files' | 'processes' | 'seconds' | 'memoryMb'>,
): RunRequest {
  const {
    solution,
    tests = callsWork,
    seconds = generousSeconds,
    processes = 0,
    files = [],
    memoryMb,
  } = program;
  const request = sampleRequest(solution, { seconds, processes });
  const testFile = 'tests/test_work.py';
  return {
    ...request,
    limits: { ...request.limits, ...(memoryMb === undefined ? {} : { memoryMb }) },
    files: [...files, { path: 'solution.py', text: solution }, { path: testFile, text: tests }],
    testFiles: [testFile],
  };
}

function findProblems({ ending }: BadProgram, shown: Shown, after: Shown): readonly string[] {
  const { verdict, cause, says } = ending;
  const problems: string[] = [];
  if (shown.verdict !== verdict) problems.push(`ended as ${shown.verdict}, not as ${verdict}`);
  if (cause !== undefined && shown.cause !== cause)
    problems.push(`the cause is ${shown.cause}, not ${cause}`);
  if (!says.test(`${shown.sentence}\n${shown.text}`)) problems.push(`the page does not say ${says}`);
  if (after.verdict !== 'passed') problems.push(`the next run ended as ${after.verdict}`);
  return problems;
}

function toHtml(policy: string): string {
  return (
    '<!doctype html><html lang="en"><meta charset="utf-8">' +
    `<meta http-equiv="Content-Security-Policy" content="${policy.replaceAll('"', '&quot;')}">` +
    '<link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css"><title>Bad programs</title>' +
    '<body><script src="/page.js"></script></body></html>'
  );
}
