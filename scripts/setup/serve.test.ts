import { get } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder, writeFiles } from './scratch-project.ts';
import { serve } from './serve.mjs';

test('sends the headers of cross-origin isolation, the right types, and how long to keep what', async () => {
  const { url } = await start({});
  const page = await fetch(url);
  expect(Object.fromEntries(page.headers)).toMatchObject({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
  });
  const types = await Promise.all(
    ['a/app-BX93kd2f.js', 'a/w.mjs', 'a/x.wasm', 'a/site-7eea7113d6ef.bin'].map(async (name) => {
      const response = await fetch(url + name);
      return [
        response.headers.get('content-type'),
        response.headers.get('cache-control')?.includes('immutable'),
      ];
    }),
  );
  expect(types).toEqual([
    ['text/javascript; charset=utf-8', true],
    ['text/javascript; charset=utf-8', false],
    ['application/wasm', false],
    ['application/octet-stream', true],
  ]);
});

test('can be a plain host under a sub-path', async () => {
  const { url } = await start({ headers: false, base: '/sub/path/' });
  expect(url).toMatch(/\/sub\/path\/$/);
  const page = await fetch(url);
  expect(await page.text()).toBe('home');
  expect(page.headers.get('cross-origin-opener-policy')).toBeNull();
  expect((await fetch(new URL('/', url))).status).toBe(404);
  expect(new URL((await fetch(new URL('/sub/path', url))).url).pathname).toBe('/sub/path/');
});

test('answers folders, absences, unchanged files and heads', async () => {
  const { url } = await start({});
  expect(new URL((await fetch(`${url}c/one?x=1`)).url).pathname).toBe('/c/one/');
  expect(await (await fetch(`${url}c/one/`)).text()).toBe('one');
  const absent = await fetch(`${url}nothing`);
  expect([absent.status, await absent.text()]).toEqual([404, 'not here']);
  const tag = (await fetch(url)).headers.get('etag') ?? '';
  expect((await fetch(url, { headers: { 'if-none-match': tag } })).status).toBe(304);
  const head = await fetch(url, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '4', '']);
  expect((await fetch(url, { method: 'POST' })).status).toBe(405);
});

test('sends the rest of a file to a download that broke off', async () => {
  const { url } = await start({});
  const ask = async (range: string) => {
    const response = await fetch(url, { headers: { range } });
    return [response.status, response.headers.get('content-range'), await response.text()];
  };
  expect(await ask('bytes=1-')).toEqual([206, 'bytes 1-3/4', 'ome']);
  expect(await ask('bytes=1-2')).toEqual([206, 'bytes 1-2/4', 'om']);
  expect(await ask('bytes=9-')).toEqual([200, null, 'home']);
});

test('sends a twin in brotli to whoever can read it, and to nobody else', async () => {
  const { url } = await start({});
  const ask = (encodings: string) =>
    fetch(`${url}a/site-7eea7113d6ef.bin`, { headers: { 'accept-encoding': encodings } });
  const twin = await ask('gzip, br');
  expect([twin.headers.get('content-encoding'), twin.headers.get('vary')]).toEqual(['br', 'Accept-Encoding']);
  expect(await twin.text()).toBe('the same, small');
  const plain = await ask('gzip');
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, 'packed']);
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/c/..%2f..%2fsecret.txt',
  '/%00',
  '/%zz',
])('gives nothing from outside its folder: %s', async (path) => {
  const { port } = await start({});
  const { status, text } = await requestRaw(port, path);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(text).not.toContain('secret');
});

test('a redirect never leaves the host', async () => {
  const { port } = await start({});
  const { location } = await requestRaw(port, '//c/one');
  expect(location ?? '/').not.toMatch(/^\/\//);
});

test('takes the next port when the first is taken', async () => {
  const first = await start({});
  const second = await start({ port: first.port });
  expect(second.port).toBeGreaterThan(first.port);
  expect(await (await fetch(second.url)).text()).toBe('home');
});

async function start(options: { headers?: boolean; base?: string; port?: number }) {
  const folder = makeFolder();
  writeFiles(folder, {
    'secret.txt': 'secret',
    'site/index.html': 'home',
    'site/404.html': 'not here',
    'site/c/one/index.html': 'one',
    'site/a/app-BX93kd2f.js': '',
    'site/a/w.mjs': '',
    'site/a/x.wasm': '',
    'site/a/site-7eea7113d6ef.bin': 'packed',
    'site/a/site-7eea7113d6ef.bin.br': brotliCompressSync('the same, small'),
  });
  const server = await serve({ root: `${folder}/site`, port: 0, ...options });
  onTestFinished(() => server.close());
  return server;
}

/** fetch would tidy such paths up before sending them. */
function requestRaw(
  port: number,
  path: string,
): Promise<{ status: number; text: string; location?: string }> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      const { location } = response.headers;
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text, ...(location ? { location } : {}) }),
      );
    }).on('error', reject);
  });
}
