/** Serves the gate page and the interpreter image from memory and disk, and remembers every request. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleScript } from '../../src/image/bundle-script.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page =
  '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Gate</title>' +
  '<body><script src="/gate.js"></script></body></html>';

const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export interface GateServer {
  /** With a slash at its end. */
  readonly url: string;
  /** Paths asked for since the last call. */
  takeRequests(): readonly string[];
  /** TCP connections opened since the server started. */
  connections(): number;
  /** From now on, requests whose path contains the text are refused with 503; null ends it. */
  breakPath(part: string | null): void;
  close(): Promise<void>;
}

/** `isIsolated`: with the headers that shared memory needs. The image is the one `npm start` builds. */
export async function startGateServer(isIsolated: boolean): Promise<GateServer> {
  const script = await bundleScript(root, 'authoring/gate-page/main.ts');
  const image = process.env.INTERLEAVE_IMAGE ?? path.join(root, '.cache/image');
  let requests: string[] = [];
  let broken: string | null = null;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://gate.invalid');
    requests.push(pathname);
    if (isIsolated)
      for (const [name, value] of Object.entries(isolationHeaders)) response.setHeader(name, value);
    if (broken !== null && pathname.includes(broken)) return void response.writeHead(503).end();
    if (pathname === '/') return void response.writeHead(200, { 'Content-Type': 'text/html' }).end(page);
    if (pathname === '/gate.js') {
      return void response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
    }
    const name = /^\/interpreter\/([a-z0-9.-]+)$/.exec(pathname)?.[1];
    const bytes = name ? await readFile(path.join(image, name)).catch(() => null) : null;
    if (!bytes) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(bytes);
  }

  let connections = 0;
  const server = createServer((request, response) => void answer(request, response));
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    takeRequests: () => {
      const taken = requests;
      requests = [];
      return taken;
    },
    connections: () => connections,
    breakPath: (part) => {
      broken = part;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
