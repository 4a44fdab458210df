/**
 * What the attacks find in a page that has the app's own policy: the product's sandbox as it is, the same sandbox with
 * a hostile script in the interpreter's place, a frame whose broker is hostile, and something worth stealing.
 */
import type { GateResult } from '../../../authoring/gate-page/gate-run.ts';
import type { RunRequest } from '../../../src/domain/run-request.ts';
import { createBrowserSandbox } from '../../../src/sandbox/host/browser-sandbox.ts';
import { systemClock } from '../../../src/sandbox/host/clock.ts';
import { createFrameOpener, type FrameLink } from '../../../src/sandbox/host/frame-link.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import type { Site } from '../servers.ts';
import { createHostileSandbox, type HeardFromFrame } from './hostile-sandbox.ts';
import { watchStalls } from './stalls.ts';
import { forgetTreasure, plantTreasure, readTreasure } from './treasure.ts';
import { tryWalls } from './walls.ts';

export interface WatchedRun extends GateResult {
  /** The longest time for which nothing else could happen on the page. */
  readonly stallMs: number;
  /** What came out of the frame; null where nobody counted. */
  readonly heard: HeardFromFrame | null;
}

interface Attacks {
  /** Real Python, as the product starts it. */
  python(request: RunRequest, stopAfterMs?: number): Promise<WatchedRun>;
  /** The hostile script as the interpreter. */
  hostile(request: RunRequest): Promise<WatchedRun>;
  /** The same script in a worker without a sandbox around it. */
  bare(site: Site): Promise<Readonly<Record<string, string>>>;
  /** Attacks from the main thread of a frame, each in a frame of its own. */
  frames(ids: readonly string[], site: Site): Promise<Readonly<Record<string, string>>>;
  /** Markup and script that has got into the page itself. */
  walls(site: Site): Promise<Readonly<Record<string, string>>>;
  plantTreasure(): Promise<void>;
  readTreasure(): Promise<string>;
  forgetTreasure(): Promise<void>;
  /** Words that reached the page beside the sandbox's port, since the last call. */
  takeOverheard(): readonly string[];
  /** What the page itself looks like to somebody who may have changed it. */
  describePage(): string;
}

declare global {
  interface Window {
    attacks: Attacks;
  }
}

const manifestUrl = new URL('/interpreter/manifest.json', location.href).href;
/** Longer than any attack of a frame takes to tell what came of it. */
const frameSilenceMs = 4_000;
let real: Sandbox | null = null;
let hostile: ReturnType<typeof createHostileSandbox> | null = null;
let overheard: string[] = [];

window.addEventListener('message', (event) => {
  if (event.data !== 'sandbox-ready') overheard.push(`window: ${String(event.data).slice(0, 80)}`);
});
new BroadcastChannel('interleave-store').onmessage = (event) => {
  overheard.push(`channel: ${JSON.stringify(event.data).slice(0, 80)}`);
};

window.attacks = {
  python: (request, stopAfterMs) => {
    real ??= createBrowserSandbox(document, manifestUrl);
    return run(real, request, null, stopAfterMs);
  },
  hostile: (request) => {
    hostile ??= createHostileSandbox(document, manifestUrl);
    hostile.heard.reset();
    return run(hostile.sandbox, request, hostile.heard);
  },
  bare: (site) =>
    new Promise((resolve) => {
      const worker = new Worker('/hostile-worker.js');
      worker.onmessage = ({ data }) => {
        if (typeof data !== 'object' || data === null || !('outcomes' in data)) return;
        worker.terminate();
        resolve(data.outcomes);
      };
      worker.postMessage({ type: 'bare', site });
    }),
  frames: askFrames,
  walls: tryWalls,
  plantTreasure,
  readTreasure,
  forgetTreasure,
  takeOverheard: () => {
    const taken = overheard;
    overheard = [];
    return taken;
  },
  describePage: () => `${location.href} ${document.title}`,
};

async function run(
  sandbox: Sandbox,
  request: RunRequest,
  heard: { readonly totals: HeardFromFrame } | null,
  stopAfterMs?: number,
): Promise<WatchedRun> {
  const abort = new AbortController();
  const events: GateResult['events'][number][] = [];
  let startedAt: number | null = null;
  let stalls = watchStalls();
  const ending = await sandbox.run(request, {
    signal: abort.signal,
    onEvent: (event) => events.push(event),
    onStart: () => {
      startedAt = performance.now();
      // The boot before it is not the attack's doing.
      stalls.stop();
      stalls = watchStalls();
      if (stopAfterMs !== undefined) setTimeout(() => abort.abort(), stopAfterMs);
    },
  });
  const ms = startedAt === null ? null : performance.now() - startedAt;
  return { ending, events, ms, stallMs: stalls.stop(), heard: heard?.totals ?? null };
}

/** Several at a time, or the waiting adds up. */
const framesAtOnce = 6;

async function askFrames(ids: readonly string[], site: Site): Promise<Readonly<Record<string, string>>> {
  const said: Record<string, string> = {};
  const waiting = [...ids];
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      said[id] = await askFrame(id, site).catch((error: unknown) => `not tried: ${String(error)}`);
    }
  };
  await Promise.all(Array.from({ length: framesAtOnce }, work));
  return said;
}

async function askFrame(id: string, site: Site): Promise<string> {
  const script = await (await fetch('/hostile-frame.js')).text();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script)));
  const open = createFrameOpener(document, systemClock);
  const link = await open({ boot: script, sha256: btoa(String.fromCharCode(...digest)) }, 'blob');
  try {
    return await hear(link, id, site);
  } finally {
    link.close();
  }
}

function hear(link: FrameLink, id: string, site: Site): Promise<string> {
  return new Promise((resolve) => {
    let words = 'not tried: the frame did not begin';
    const timer = setTimeout(() => resolve(words), frameSilenceMs);
    link.listen((data) => {
      if (typeof data !== 'object' || data === null) return;
      // Some attacks end their frame, which then says no more.
      if ('began' in data) words = 'silent: nothing more is heard of the frame';
      if (!('outcome' in data)) return;
      clearTimeout(timer);
      resolve(String(data.outcome));
    });
    link.post({ id, site } as never);
  });
}
