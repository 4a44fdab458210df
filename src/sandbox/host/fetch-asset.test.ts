import { afterEach, expect, test, vi } from 'vitest';
import { createAssetFetcher } from './fetch-asset.ts';

const file = 'all of the interpreter';

afterEach(() => vi.unstubAllGlobals());

interface Answer {
  /** Where the answer begins; null sends the whole file as if no part had been asked for. */
  readonly part?: boolean;
  /** Bytes until the connection breaks; all without it. */
  readonly until?: number;
  readonly encoding?: string;
}

/** A server that gives these answers in turn, and writes down what was asked for. */
function serveWith(answers: readonly Answer[]) {
  const asked: (string | null)[] = [];
  vi.stubGlobal('fetch', async (_url: URL, init: RequestInit) => {
    const answer = answers[asked.length];
    const range = new Headers(init.headers).get('Range');
    asked.push(range);
    if (answer === undefined) throw new TypeError('unreachable');
    const from = answer.part ? Number(/\d+/.exec(range ?? '')?.[0] ?? 0) : 0;
    const bytes = new TextEncoder().encode(file).subarray(from);
    const sent = bytes.subarray(0, answer.until ?? bytes.byteLength);
    let isSent = false;
    const body = new ReadableStream({
      pull(controller) {
        if (!isSent && sent.byteLength > 0) controller.enqueue(sent);
        else if (answer.until !== undefined) controller.error(new TypeError('broken'));
        else controller.close();
        isSent = true;
      },
    });
    const headers = new Headers(answer.encoding ? { 'Content-Encoding': answer.encoding } : {});
    if (answer.part) headers.set('Content-Range', `bytes ${from}-${file.length - 1}/${file.length}`);
    return new Response(body, { status: answer.part ? 206 : 200, headers });
  });
  return asked;
}

async function fetchFile() {
  let counted = 0;
  const fetchAsset = createAssetFetcher('http://host.invalid/interpreter/');
  const count = (bytes: number) => {
    counted += bytes;
  };
  const bytes = await fetchAsset('wasm.bin', count, new AbortController().signal);
  return { text: new TextDecoder().decode(bytes), counted };
}

test('a download that breaks off goes on where it ended, again and again', async () => {
  const asked = serveWith([{ until: 5 }, { part: true, until: 3 }, { part: true }]);
  expect(await fetchFile()).toEqual({ text: file, counted: file.length });
  expect(asked).toEqual([null, 'bytes=5-', 'bytes=8-']);
});

test('where the server sends all of it again, nothing is counted or kept twice', async () => {
  serveWith([{ until: 5 }, {}]);
  expect(await fetchFile()).toEqual({ text: file, counted: file.length });
});

test.each([
  ['no byte comes, twice', [{ until: 5 }, { part: true, until: 0 }, { part: true, until: 0 }], /broke off/],
  ['the server is gone', [{ until: 5 }], /cannot be reached/],
  ['what came is encoded, so that its parts do not fit', [{ until: 5, encoding: 'gzip' }], /broke off/],
])('ends with a sentence when %s', async (_name, answers, sentence) => {
  serveWith(answers);
  await expect(fetchFile()).rejects.toThrow(sentence);
});
