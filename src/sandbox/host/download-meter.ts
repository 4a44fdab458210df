/** Counts bytes of a download, its present rate, and whether it has stalled. */

export interface DownloadProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
  readonly bytesPerSecond: number;
  readonly isSlow: boolean;
}

/** The rate is taken over this span. */
const rateWindowMs = 3_000;
/** Silence longer than this is called slow. */
const silenceMs = 5_000;

export class DownloadMeter {
  #loaded = 0;
  #total = 0;
  #lastMoveAt: number;
  #samples: { readonly at: number; readonly bytes: number }[] = [];

  constructor(now: number) {
    this.#lastMoveAt = now;
  }

  expect(bytes: number): void {
    this.#total += bytes;
  }

  /** Counts bytes (or takes back, when negative) that came at the time `now`. */
  add(bytes: number, now: number): void {
    this.#loaded += bytes;
    this.#lastMoveAt = now;
    this.#samples.push({ at: now, bytes });
    this.#samples = this.#samples.filter((sample) => now - sample.at <= rateWindowMs);
  }

  /** The silence begins anew, because somebody asked again. */
  restart(now: number): void {
    this.#lastMoveAt = now;
    this.#samples = [];
  }

  read(now: number): DownloadProgress {
    const recent = this.#samples.filter((sample) => now - sample.at <= rateWindowMs);
    const first = recent[0];
    const spanMs = first ? Math.max(now - first.at, 250) : 1;
    const bytes = recent.reduce((sum, sample) => sum + sample.bytes, 0);
    return {
      loadedBytes: Math.round(Math.min(this.#loaded, this.#total)),
      totalBytes: this.#total,
      bytesPerSecond: Math.max(0, Math.round((bytes * 1000) / spanMs)),
      isSlow: now - this.#lastMoveAt >= silenceMs,
    };
  }
}
