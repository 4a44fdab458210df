/**
 * The image's files on the page: each fetched once and inflated. What came is kept until somebody's interpreter is
 * ready: a frame that could not start one is replaced, and the new one gets its copy without asking the network again.
 */
import type { ImageFile } from '../../image/manifest.ts';
import type { Clock } from './clock.ts';
import { DownloadMeter, type DownloadProgress } from './download-meter.ts';
import { AssetError, type FetchAsset } from './fetch-asset.ts';

interface LoadedFile {
  /** As it came: a third of the bytes, where the browser has not unpacked them itself. */
  readonly received: Uint8Array<ArrayBuffer>;
  /** For the first who asks. */
  inflated: ArrayBuffer | null;
}

export class ImageStore {
  readonly #fetchAsset: FetchAsset;
  readonly #clock: Clock;
  readonly #meter: DownloadMeter;
  readonly #files = new Map<string, Promise<LoadedFile>>();
  readonly #expected = new Set<string>();
  readonly #unfinished = new Set<string>();
  readonly #given = new Map<string, ImageFile>();
  #abort = new AbortController();

  constructor(fetchAsset: FetchAsset, clock: Clock) {
    this.#fetchAsset = fetchAsset;
    this.#clock = clock;
    this.#meter = new DownloadMeter(clock.now());
  }

  /** Fetches what is not here yet. A file that failed is asked for again by the next call. */
  async load(files: readonly ImageFile[]): Promise<void> {
    const missing = files.filter((file) => !this.#files.has(file.path));
    if (missing.length > 0) this.#meter.restart(this.#clock.now());
    for (const file of missing) {
      if (!this.#expected.has(file.path)) this.#meter.expect(file.wireBytes);
      this.#expected.add(file.path);
      this.#unfinished.add(file.path);
      this.#files.set(file.path, this.#fetch(file, this.#abort.signal));
    }
    await Promise.all(files.map((file) => this.#files.get(file.path)));
  }

  /** A copy of a loaded file's bytes, to be given away. */
  async copy(file: ImageFile): Promise<ArrayBuffer> {
    const loaded = await this.#files.get(file.path);
    if (!loaded) throw new Error(`${file.path} was never loaded.`);
    this.#given.set(file.path, file);
    const { inflated } = loaded;
    loaded.inflated = null;
    return inflated ?? inflate(loaded.received);
  }

  /** Lets go of what has been given away: twenty megabytes, which the browser's cache has as well. */
  forgetGiven(): void {
    for (const [path, { wireBytes }] of this.#given) {
      this.#files.delete(path);
      this.#expected.delete(path);
      this.#meter.expect(-wireBytes);
      this.#meter.add(-wireBytes, this.#clock.now());
    }
    this.#given.clear();
  }

  /** Gives up the downloads under way, so that the next `load` asks for them anew. */
  abort(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    for (const path of this.#unfinished) this.#files.delete(path);
    this.#unfinished.clear();
  }

  progress(): DownloadProgress {
    return this.#meter.read(this.#clock.now());
  }

  async #fetch(file: ImageFile, signal: AbortSignal): Promise<LoadedFile> {
    // A server that decodes the gzip itself hands out more bytes than are on the wire: count up to the wire's.
    let counted = 0;
    const count = (bytes: number) => {
      const allowed = Math.min(bytes, file.wireBytes - counted);
      counted += allowed;
      this.#meter.add(allowed, this.#clock.now());
    };
    try {
      const received = await this.#fetchAsset(file.path, count, signal);
      const inflated = await inflate(received);
      if (inflated.byteLength !== file.bytes) {
        throw new AssetError(
          `The interpreter arrived incomplete: ${file.path} has ${inflated.byteLength} bytes of ${file.bytes}.`,
        );
      }
      count(file.wireBytes - counted);
      this.#unfinished.delete(file.path);
      return { received, inflated };
    } catch (error) {
      if (!signal.aborted) {
        this.#files.delete(file.path);
        this.#unfinished.delete(file.path);
      }
      this.#meter.add(-counted, this.#clock.now());
      throw error;
    }
  }
}

/** Inflates gzip, unless the server or the browser already did. No file of the image begins like gzip itself. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.slice().buffer;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return await new Response(stream).arrayBuffer();
  } catch {
    throw new AssetError('The interpreter arrived damaged: it cannot be unpacked.');
  }
}
