/** Isolation on a host that sends no headers, in a real browser: one reload, under a sub-path, and never a loop. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../../authoring/runtime/chromium.ts';
import { bundleScript } from '../../src/image/bundle-script.ts';
import { toUnnamedWorker } from '../../src/offline/build/write-offline.ts';
import type {} from './pages/isolation.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = (depth: string) =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><meta name="interleave-root" content="${depth}">` +
  '<body><script src="/deep/app/page.js"></script></body>';

let server: Server;
let browser: Browser;
let url: string;
let loads = 0;
let hasServiceWorker = true;

beforeAll(async () => {
  const script = await bundleScript(root, 'tests/browser/pages/isolation.ts');
  const worker = toUnnamedWorker(await bundleScript(root, 'src/offline/worker/main.ts'));
  const files: Record<string, readonly [type: string, body: string | Buffer]> = {
    '/deep/app/': ['text/html', page('./')],
    '/deep/app/c/slug/': ['text/html', page('../../')],
    '/deep/app/page.js': ['text/javascript', script],
    '/deep/app/service-worker.js': ['text/javascript', worker],
    '/deep/app/worker.js': ['text/javascript', 'postMessage(self.crossOriginIsolated)'],
    '/deep/app/data.bin': ['application/octet-stream', '0123456789'],
  };
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host.invalid');
    if (pathname === '/deep/app/old') return void response.writeHead(302, { Location: './' }).end();
    const file = files[pathname];
    if (!file || (pathname.endsWith('service-worker.js') && !hasServiceWorker)) {
      return void response.writeHead(404).end();
    }
    if (file[0] === 'text/html') loads += 1;
    const range = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '');
    response.setHeader('Content-Type', file[0]);
    if (range) response.writeHead(206).end(String(file[1]).slice(Number(range[1]), Number(range[2]) + 1));
    else response.writeHead(200).end(file[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/deep/app/`;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

beforeEach(() => {
  loads = 0;
  hasServiceWorker = true;
});

/** A new visitor. Resolves when the app would start. */
async function visit(path: string) {
  const context = await browser.newContext();
  const visitor = await context.newPage();
  await visitor.goto(url + path);
  await visitor.waitForFunction(() => window.appStartedWith !== undefined);
  return visitor;
}

test.each(['', 'c/slug/'])('a first visit of "%s" is isolated after exactly one reload', async (path) => {
  const visitor = await visit(path);
  expect(await visitor.evaluate(() => [window.appStartedWith, crossOriginIsolated])).toEqual([
    'isolated',
    true,
  ]);
  expect(loads).toBe(2);
  await visitor.context().close();
});

test('later visits need no reload, wherever they begin', async () => {
  const visitor = await visit('');
  loads = 0;
  await visitor.goto(`${url}c/slug/`);
  await visitor.waitForFunction(() => window.appStartedWith !== undefined);
  expect(await visitor.evaluate(() => window.appStartedWith)).toBe('isolated');
  expect(loads).toBe(1);
  await visitor.context().close();
});

test('workers, redirects, ranges and missing files come through as they are', async () => {
  const visitor = await visit('');
  const seen = await visitor.evaluate(async () => {
    const worker = new Worker('/deep/app/worker.js');
    const isWorkerIsolated = await new Promise((resolve) => {
      worker.onmessage = (event) => resolve(event.data);
      worker.onerror = () => resolve('refused');
    });
    const part = await fetch('/deep/app/data.bin', { headers: { Range: 'bytes=2-4' } });
    const missing = await fetch('/deep/app/nothing');
    return { isWorkerIsolated, part: [part.status, await part.text()], missing: missing.status };
  });
  expect(seen).toEqual({ isWorkerIsolated: true, part: [206, '234'], missing: 404 });
  await visitor.goto(`${url}old`);
  expect(visitor.url()).toBe(url);
  await visitor.context().close();
});

test('without the service worker the app starts all the same, at once', async () => {
  hasServiceWorker = false;
  const visitor = await visit('');
  expect(await visitor.evaluate(() => window.appStartedWith)).toBe('unavailable');
  expect(loads).toBe(1);
  await visitor.context().close();
});

test('a reload that did not help is not repeated', async () => {
  const context = await browser.newContext();
  const visitor = await context.newPage();
  // A browser in which the service worker is there but pages never get isolated.
  await visitor.addInitScript(() => {
    Object.defineProperty(globalThis, 'crossOriginIsolated', { get: () => false });
  });
  await visitor.goto(url);
  await visitor.waitForFunction(() => window.appStartedWith !== undefined);
  expect(await visitor.evaluate(() => window.appStartedWith)).toBe('unavailable');
  expect(loads).toBe(2);
  // Nor on the pages that follow in this tab, however much later.
  await visitor.evaluate(() => sessionStorage.setItem('interleave-isolation-reload', '0'));
  await visitor.goto(`${url}c/slug/`);
  await visitor.waitForFunction(() => window.appStartedWith !== undefined);
  expect(loads).toBe(3);
  await context.close();
});
