/** Bad networks, and pages inside the pages of others. */

import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../authoring/runtime/chromium.ts';
import { challengeFiles, waitUntilKept } from './kept-files.ts';
import { newLearner, solutionOf } from './learner.ts';
import { type MovingSite, openMovingSite } from './moving-site.ts';

let browser: Browser;
let site: MovingSite | undefined;
let outer: Server | undefined;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser?.close());

afterEach(async () => {
  outer?.closeAllConnections();
  outer?.close();
  outer = undefined;
  await site?.close();
  site = undefined;
});

test('a network that breaks every download once: Python comes up by itself, and what is kept is whole', async () => {
  site = await openMovingSite({ headers: true });
  const broken = new Set<string>();
  const breaks: (() => void)[] = [];
  site.answerFirst = async ({ path: wanted, response }) => {
    if (!wanted.endsWith('.bin') || broken.has(wanted)) return false;
    broken.add(wanted);
    const bytes = await readFile(path.join('dist', wanted));
    response.writeHead(200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': bytes.byteLength,
    });
    response.write(bytes.subarray(0, bytes.byteLength / 2), () => breaks.push(() => response.socket?.end()));
    return true;
  };
  const learner = await newLearner(browser, site.url);
  await learner.openChallenge('min-with-key');
  // A break before the first byte has reached the page would leave nothing to go on with.
  await learner.sees(/^Downloading Python, [1-9]/);
  await expect.poll(() => breaks.length).toBeGreaterThanOrEqual(5);
  site.answerFirst = () => false;
  for (const breakOff of breaks) breakOff();
  await learner.seesPython();
  expect(broken.size).toBeGreaterThanOrEqual(5);
  const again = site.answers.filter(({ path: asked }) => asked.endsWith('.bin'));
  expect(new Set(again.map(({ path: asked }) => asked.slice(1)))).toEqual(broken);
  expect(again.map(({ status }) => status)).toContain(206);

  await waitUntilKept(learner, challengeFiles('min-with-key'));
  await site.goDown();
  await learner.openChallenge('min-with-key');
  await learner.replaceCode(solutionOf('min-with-key'));
  await learner.submit();
  await learner.seesVerdict(/All \d+ tests pass/);
  await learner.leave();
});

test('a network that is gone in the middle of the boot: the page says so, and Retry fetches only what is missing', async () => {
  site = await openMovingSite({ headers: true });
  const gone = (wanted: string) => /interpreter\/stdlib-/.test(wanted);
  site.answerFirst = ({ path: wanted, response }) => {
    if (!gone(wanted)) return false;
    response.destroy();
    return true;
  };
  const learner = await newLearner(browser, site.url, { serviceWorkers: 'block' });
  await learner.openChallenge('min-with-key');
  await learner.sees(/^Python did not start. The interpreter could not be downloaded/);
  const before = site.answers
    .filter(({ path: asked }) => asked.endsWith('.bin'))
    .map(({ path: asked }) => asked);
  site.answerFirst = () => false;
  site.answers.length = 0;
  await learner.page.getByRole('button', { name: 'Retry' }).first().click();
  await learner.seesPython();
  const again = site.answers.filter(({ path: asked, status }) => asked.endsWith('.bin') && status === 200);
  expect(
    again.map(({ path: asked }) => asked).filter((asked) => before.includes(asked) && !gone(asked)),
  ).toEqual([]);
  await learner.leave();
});

test('inside a page of another site: it works, says what it lacks, and does not reload itself', async () => {
  site = await openMovingSite({ headers: false });
  const inner = `${site.url}c/min-with-key/`;
  const host = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<!doctype html><title>outer</title><iframe src="${inner}" width="1300" height="800"></iframe>`,
    );
  });
  outer = host;
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const { port } = host.address() as AddressInfo;
  const learner = await newLearner(browser, site.url);
  // Another site, not another port of the same one.
  await learner.page.goto(`http://localhost:${port}/`);
  const frame = learner.page.frameLocator('iframe').first();
  await frame
    .getByText(/^Python [\d.]+ ready/)
    .first()
    .waitFor();
  await frame.getByRole('button', { name: /^Run/ }).first().click();
  await frame.getByRole('status').filter({ hasText: /fail/ }).first().waitFor({ state: 'attached' });
  expect(site.answers.filter(({ path: asked }) => asked.endsWith('/c/min-with-key/'))).toHaveLength(1);
  await learner.leave();
});
