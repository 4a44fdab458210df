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

/** Fetches files that lie beside `baseUrl` (absolute). */
export function createAssetFetcher(baseUrl: string): FetchAsset {
  return async (path, onBytes, signal) => {
    const response = await fetch(new URL(path, baseUrl), { signal }).catch((error: unknown) => {
      if (signal.aborted) throw error;
      throw new AssetError('The interpreter could not be downloaded: the server cannot be reached.');
    });
    if (!response.ok || !response.body) {
      throw new AssetError(
        `The interpreter could not be downloaded: the server answered ${response.status} for ${path}.`,
      );
    }
    return readAll(response.body, onBytes, signal);
  };
}

async function readAll(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(value);
      onBytes(value.byteLength);
    }
  } catch (error) {
    if (signal.aborted) throw error;
    throw new AssetError('The download of the interpreter broke off.');
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
