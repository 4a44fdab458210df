/** The only place that builds the concrete engines behind the ports. */
import type { PageData } from '../content/page-data.ts';
import { type EngineCapabilities, findObstacle, isReadOnly } from '../domain/capabilities.ts';
import type { Challenge } from '../domain/challenge.ts';
import { countProcesses } from '../domain/run-request.ts';
import { findTrial, trialParameter } from '../domain/trial.ts';
import { openUpdates } from '../offline/page/open-updates.ts';
import { noUpdates, type SiteUpdates } from '../offline/site-updates.ts';
import { createBrowserSandbox, openBrowserSnapshots } from '../sandbox/host/browser-sandbox.ts';
import { probeEngine } from '../sandbox/host/probe-engine.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { LearnerStore } from '../storage/learner-store.ts';
import { openLearnerStore } from '../storage/open-learner-store.ts';
import { openTrialStore } from '../storage/open-trial-store.ts';

export interface Services {
  /** What this browser can give to a challenge, as far as the page can tell. */
  readonly capabilities: EngineCapabilities;
  readonly store: LearnerStore;
  readonly updates: SiteUpdates;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId: () => string;
}

/**
 * @param entry absolute address of the page's entry script
 * @param settled resolves when the page has what it was opened for
 */
export async function createServices(
  data: PageData,
  entry: string,
  settled: Promise<void>,
): Promise<Services> {
  const updates = createUpdates(data, entry, settled);
  const store = await openLearnerStore({ now: Date.now, newId, browserStorage: navigator.storage });
  return { store, updates, now: Date.now, newId, capabilities: probeEngine() };
}

/** None where files change under one's hands, nor on the page of no address, which cannot know where the root is. */
function createUpdates(data: PageData, entry: string, settled: Promise<void>): SiteUpdates {
  if (import.meta.env.DEV || data.author !== undefined || data.page === 'not-found') return noUpdates;
  return openUpdates({
    root: new URL(data.root, document.baseURI),
    entry,
    settled,
    workers: navigator.serviceWorker,
  });
}

/** For the address of a trial in author mode, a store of its own; null otherwise. */
export async function createTrialStore(
  data: PageData,
  challenge: Challenge,
  search: string,
): Promise<LearnerStore | null> {
  if (data.author === undefined) return null;
  const trial = findTrial(challenge, new URLSearchParams(search).get(trialParameter));
  if (trial === null) return null;
  const what = trial.kind === 'mutant' ? `the mutant ${trial.name}` : `the ${trial.kind}`;
  const { slug, version } = challenge;
  const draft = { slug, challengeVersion: version, files: trial.files, savedAt: Date.now(), revision: 0 };
  return openTrialStore({ draft, what, now: Date.now, newId });
}

export function createSandboxService(data: PageData): Sandbox {
  const manifest = new URL(data.root + data.manifest, document.baseURI).href;
  return createBrowserSandbox(document, manifest, openBrowserSnapshots());
}

/** Python starts on its way as soon as it is known what it is to bring, before the page is drawn. */
export function prepareSandbox(sandbox: Sandbox, challenge: Challenge): void {
  if (isReadOnly(findObstacle(challenge, probeEngine()))) return;
  sandbox.prepare(challenge.packages, countProcesses(challenge));
}

/** `crypto.randomUUID` exists only on secure origins; a page on plain http has to work too. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
