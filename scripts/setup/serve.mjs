// @ts-check
// Serves a built site from this machine to this machine, with the headers a good host would send.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { canHaveTwin, hashedName } from './brotli.mjs';

const HOST = '127.0.0.1';
const PORTS_TO_TRY = 50;

/** Together these make the page cross-origin isolated, which shared memory needs. */
const ISOLATION_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** @type {Record<string, string>} */
const CONTENT_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.py': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
  '.zip': 'application/zip',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/**
 * Gives an answer that no file of the folder holds. `path` is decoded and lies below the base; `sendFile` sends any file
 * of this machine.
 * @typedef {(call: { path: string, response: import('node:http').ServerResponse,
 *   sendFile: (file: string) => Promise<void> }) => boolean | Promise<boolean>} AnswerFirst true when it has answered
 */

/**
 * @typedef {object} ServeOptions
 * @property {string} root absolute folder to serve; read anew for each request, so it may be replaced meanwhile
 * @property {number} [port] first port to try; 0 takes any free one
 * @property {boolean} [headers] whether to send the headers of cross-origin isolation; false is like a plain static host
 * @property {string} [base] path the site lives under, for example "/sub/path/"
 * @property {AnswerFirst} [answerFirst] is asked before the folder is looked into
 * @property {(request: { method: string, path: string, status: number, bytes: number }) => void} [onRequest] hears
 *   every answer that was sent to its end; `bytes` is the length of its body
 */

/**
 * Starts the server; a port that is taken makes it try the next one.
 * @param {ServeOptions} options
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve({ root, port = 4173, headers = true, base = '/', answerFirst, onRequest }) {
  const server = createServer((request, response) => {
    response.on('finish', () => {
      onRequest?.({
        method: request.method ?? '',
        path: request.url ?? '',
        status: response.statusCode,
        bytes: request.method === 'HEAD' ? 0 : Number(response.getHeader('Content-Length') ?? 0),
      });
    });
    answer(request, response, { root, headers, base, answerFirst }).catch(() => {
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'The file could not be read.');
    });
  });
  const taken = await listenOnFreePort(server, port);
  return {
    url: `http://${HOST}:${taken}${base}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {import('node:http').Server} server
 * @param {number} first
 * @returns {Promise<number>}
 */
async function listenOnFreePort(server, first) {
  for (let port = first; port < first + PORTS_TO_TRY && port < 65_536; port += 1) {
    const outcome = await new Promise((resolve) => {
      const onError = (/** @type {NodeJS.ErrnoException} */ error) => resolve(error);
      server.once('error', onError);
      server.listen(port, HOST, () => {
        server.off('error', onError);
        resolve(null);
      });
    });
    if (outcome === null) return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
    if (outcome.code !== 'EADDRINUSE' && outcome.code !== 'EACCES') throw outcome;
  }
  throw new Error(`No port from ${first} to ${first + PORTS_TO_TRY - 1} is free.`);
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ root: string, headers: boolean, base: string, answerFirst: AnswerFirst | undefined }} site
 */
async function answer(request, response, { root, headers, base, answerFirst }) {
  if (headers) for (const [name, value] of Object.entries(ISOLATION_HEADERS)) response.setHeader(name, value);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendText(response, 405, 'Only GET and HEAD are answered.');
  }
  const [rawPath = '/', query] = (request.url ?? '/').split('?');
  const wanted = decodePath(rawPath);
  if (wanted === null) return sendText(response, 400, 'The address is malformed.');
  if (!wanted.startsWith(base)) {
    return `${wanted}/` === base ? redirect(response, base, query) : sendNotFound(response, root);
  }
  const inside = wanted.slice(base.length);
  /** @param {string} file */
  const send = (file) => sendFile(request, response, file, 200, root);
  if (await answerFirst?.({ path: inside, response, sendFile: send })) return undefined;
  const file = path.join(root, inside);
  if (file !== root && !file.startsWith(root + path.sep)) return sendNotFound(response, root);
  const info = await stat(file).catch(() => null);
  if (info?.isDirectory()) {
    if (inside !== '' && !inside.endsWith('/')) return redirect(response, `${rawPath}/`, query);
    return sendFile(request, response, path.join(file, 'index.html'), 200, root);
  }
  return sendFile(request, response, file, 200, root);
}

/**
 * @param {import('node:http').IncomingMessage | null} request
 * @param {import('node:http').ServerResponse} response
 * @param {string} file
 * @param {number} status
 * @param {string} root
 * @returns {Promise<void>}
 */
async function sendFile(request, response, file, status, root) {
  const plain = await stat(file).catch(() => null);
  if (!plain?.isFile()) return sendNotFound(response, root);
  // A part is one of the file itself: the browser counts the bytes that it has unpacked.
  const twin = request?.headers.range === undefined ? await findTwin(request, file) : null;
  if (twin !== null) {
    response.setHeader('Content-Encoding', 'br');
    response.setHeader('Vary', 'Accept-Encoding');
  }
  const info = twin ?? plain;
  const tag = `"${info.size.toString(36)}-${Math.trunc(info.mtimeMs).toString(36)}"`;
  response.setHeader(
    'Content-Type',
    CONTENT_TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
  );
  response.setHeader(
    'Cache-Control',
    hashedName.test(path.basename(file)) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  response.setHeader('ETag', tag);
  if (status === 200 && request?.headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return;
  }
  const part = status === 200 ? readRange(request?.headers.range, info.size) : null;
  response.setHeader('Accept-Ranges', 'bytes');
  if (part !== null) response.setHeader('Content-Range', `bytes ${part.start}-${part.end}/${info.size}`);
  response.setHeader('Content-Length', part === null ? info.size : part.end - part.start + 1);
  response.writeHead(part === null ? status : 206);
  if (request?.method === 'HEAD') {
    response.end();
    return;
  }
  const stream = createReadStream(twin === null ? file : `${file}.br`, part ?? {});
  stream.on('error', () => response.destroy());
  response.on('close', () => stream.destroy());
  stream.pipe(response);
}

/**
 * One range of bytes, so that a broken download can go on; anything else gets the whole file.
 * @param {string | undefined} header @param {number} size
 * @returns {{ start: number, end: number } | null} both ends included
 */
function readRange(header, size) {
  const match = /^bytes=(\d+)-(\d*)$/.exec(header ?? '');
  if (match === null) return null;
  const start = Number(match[1]);
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start <= end ? { start, end } : null;
}

/**
 * The file's twin in brotli, if the build made one and the browser can read it.
 * @param {import('node:http').IncomingMessage | null} request
 * @param {string} file
 */
async function findTwin(request, file) {
  if (!canHaveTwin(path.basename(file)) || !/\bbr\b/.test(String(request?.headers['accept-encoding'])))
    return null;
  return stat(`${file}.br`).catch(() => null);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} root
 * @returns {Promise<void>}
 */
async function sendNotFound(response, root) {
  const page = path.join(root, '404.html');
  if ((await stat(page).catch(() => null))?.isFile()) return sendFile(null, response, page, 404, root);
  return sendText(response, 404, 'There is nothing at this address.');
}

/** @param {import('node:http').ServerResponse} response @param {string} target @param {string | undefined} query */
function redirect(response, target, query) {
  // A target that begins with two slashes would name another host.
  const local = target.replace(/^\/+/, '/');
  response
    .writeHead(301, {
      Location: query === undefined ? local : `${local}?${query}`,
      'Cache-Control': 'no-cache',
    })
    .end();
}

/** @param {import('node:http').ServerResponse} response @param {number} status @param {string} text */
function sendText(response, status, text) {
  response
    .writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' })
    .end(`${text}\n`);
}

/** @param {string} raw */
function decodePath(raw) {
  try {
    const decoded = decodeURIComponent(raw);
    return decoded.includes('\0') ? null : decoded;
  } catch {
    return null;
  }
}
