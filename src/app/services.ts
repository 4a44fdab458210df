/** The only place that builds the concrete engines behind the ports. */
import type { PageData } from '../content/page-data.ts';
import type { Manifest } from '../image/manifest.ts';
import { parseManifest } from '../image/manifest.ts';
import { createSandbox } from '../sandbox/host/create-sandbox.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { LearnerStore } from '../storage/learner-store.ts';
import { openLearnerStore } from '../storage/open-learner-store.ts';

export interface Services {
  readonly store: LearnerStore;
  readonly now: () => number;
  readonly newId: () => string;
}

export interface ChallengeServices extends Services {
  readonly sandbox: Sandbox;
}

export async function createServices(): Promise<Services> {
  return {
    store: await openLearnerStore({ now: Date.now, newId }),
    now: () => Date.now(),
    newId,
  };
}

function newId(): string {
  return crypto.randomUUID();
}
