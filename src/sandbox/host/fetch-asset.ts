/** Fetches one file of the image, telling how much of it has come. */

/**
 * `onBytes` hears the size of each piece as it comes. Rejects with an AssetError, or with the signal's reason.
 */
export type FetchAsset = (
  path: string,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
) => Promise<Uint8Array<ArrayBuffer>>;

/** Its message is a whole sentence for the learner. */
export class AssetError extends Error {
  override name = 'AssetError';
}

/** A download that breaks off is taken up where it ended, this often at most. */
const resumptions = 20;
/** So many answers in a row without a single byte mean that none will come. */
const emptyAnswers = 2;

/** Fetches files that lie beside `baseUrl` (absolute). Their names contain a hash, so their parts always fit. */
export function createAssetFetcher(baseUrl: string): FetchAsset {
  return async (path, onBytes, signal) => {
    const url = new URL(path, baseUrl);
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let have = 0;
    let empty = 0;
    for (let resumed = 0; ; resumed += 1) {
      const response = await ask(url, path, have, signal);
      if (have > 0 && !continuesAt(response, have)) {
        // The server sends the whole file again.
        onBytes(-have);
        pieces.length = 0;
        have = 0;
      }
      const before = have;
      const isWhole = await readInto(response.body, signal, (piece) => {
        pieces.push(piece);
        have += piece.byteLength;
        onBytes(piece.byteLength);
      });
      if (isWhole) return join(pieces, have);
      const isEncoded = response.headers.has('Content-Encoding');
      empty = have === before ? empty + 1 : 0;
      if (isEncoded || empty === emptyAnswers || resumed === resumptions) {
        throw new AssetError('The download of the interpreter broke off.');
      }
    }
  };
}

async function ask(
  url: URL,
  path: string,
  from: number,
  signal: AbortSignal,
): Promise<Response & { body: ReadableStream<Uint8Array<ArrayBuffer>> }> {
  const headers: HeadersInit = from === 0 ? {} : { Range: `bytes=${from}-` };
  // The page's own files come first: with them the statement is there to read, and the editor to type into.
  const response = await fetch(url, { signal, headers, priority: 'low' }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new AssetError('The interpreter could not be downloaded: the server cannot be reached.');
  });
  if (!response.ok || !response.body) {
    throw new AssetError(
      `The interpreter could not be downloaded: the server answered ${response.status} for ${path}.`,
    );
  }
  return response as Response & { body: ReadableStream<Uint8Array<ArrayBuffer>> };
}

function join(pieces: readonly Uint8Array<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

function continuesAt(response: Response, from: number): boolean {
  return (
    response.status === 206 && response.headers.get('Content-Range')?.startsWith(`bytes ${from}-`) === true
  );
}

/** @returns false when it broke off before its end */
async function readInto(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
  onPiece: (piece: Uint8Array<ArrayBuffer>) => void,
): Promise<boolean> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return true;
      onPiece(value);
    }
  } catch (error) {
    if (signal.aborted) throw error;
    return false;
  }
}
