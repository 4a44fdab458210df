/**
 * The servers of the attacks: the app's own, which serves pages, and a stranger that nothing must ever reach. Both
 * count what comes: requests by path, connections, and datagrams.
 */
import { createSocket } from 'node:dgram';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** What answers a path of the app's own server. */
export interface Served {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** Where attacks are told to go; with a slash at the end of addresses. */
export interface Site {
  readonly home: string;
  readonly stranger: string;
  /** Port that listens for datagrams. */
  readonly udp: number;
}

export interface AttackServers {
  readonly site: Site;
  /** Requests for `/hit/…` at either server, connections to the stranger and datagrams, since the last call. */
  takeHits(): Hits;
  /**
   * Listens for datagrams at another port, and at the old one no more: QUIC repeats its first one for seconds, which is
   * no deed of whoever comes next. Changes `site`.
   */
  moveDatagrams(): Promise<void>;
  close(): Promise<void>;
}

export interface Hits {
  readonly paths: readonly string[];
  readonly connections: number;
  readonly datagrams: number;
}

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** `answer`: what lies at a path of the app's own server; nothing is ever served below `/hit/`. */
export async function startAttackServers(
  answer: (pathname: string) => Promise<Served | null>,
): Promise<AttackServers> {
  let paths: string[] = [];
  let connections = 0;
  let datagrams = 0;

  const home = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://home.invalid');
    for (const [name, value] of Object.entries(isolation)) response.setHeader(name, value);
    if (pathname.startsWith('/hit/')) {
      paths.push(pathname);
      // A script that would run where it may: what came is worth something to whoever asked.
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end('postMessage("reached")');
      return;
    }
    answer(pathname).then(
      (served) => {
        if (served === null) response.writeHead(404).end();
        else response.writeHead(200, { 'Content-Type': served.type }).end(served.body);
      },
      () => response.writeHead(500).end(),
    );
  });
  const stranger = createServer((request, response) => {
    paths.push(new URL(request.url ?? '/', 'http://stranger.invalid').pathname);
    response
      .writeHead(200, {
        'Content-Type': 'text/javascript',
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      })
      .end('postMessage("reached")');
  });
  stranger.on('connection', () => {
    connections += 1;
  });
  const listenForDatagrams = async () => {
    const socket = createSocket('udp4', () => {
      datagrams += 1;
    });
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
    return socket;
  };
  const [homePort, strangerPort] = [await listen(home), await listen(stranger)];
  let udp = await listenForDatagrams();

  return {
    get site() {
      return {
        home: `http://127.0.0.1:${homePort}/`,
        stranger: `http://127.0.0.1:${strangerPort}/`,
        udp: udp.address().port,
      };
    },
    takeHits: () => {
      const hits = { paths, connections, datagrams };
      paths = [];
      connections = 0;
      datagrams = 0;
      return hits;
    },
    moveDatagrams: async () => {
      const before = udp;
      udp = await listenForDatagrams();
      before.close();
    },
    close: async () => {
      udp.close();
      await Promise.all([home, stranger].map(closeServer));
    },
  };
}

/** A file of the built interpreter image or of the built site. */
export async function readServed(file: string): Promise<Served | null> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return null;
  return { type: typeOf(file), body: bytes };
}

/** The media type of a file by its name. */
export function typeOf(file: string): string {
  return types[path.extname(file)] ?? 'application/octet-stream';
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
