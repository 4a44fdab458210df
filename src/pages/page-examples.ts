/** Made-up content for page tests. */
import type { EngineCapabilities } from '../domain/capabilities.ts';
import type { Catalog, CatalogEntry, Challenge, Difficulty } from '../domain/challenge.ts';
import type { Attempt, ChallengeProgress } from '../domain/progress.ts';

export const exampleCatalog: Catalog = {
  tracks: [
    {
      slug: 'gc',
      title: 'GC & memory',
      summary: 'What the collector does.',
      planned: ['ring', 'pauses', 'freeze'],
    },
    { slug: 'parallel', title: 'Threads', summary: 'Who runs when.', planned: ['tills'] },
    { slug: 'signals', title: 'Signals', summary: 'How a machine hears.', planned: ['mfcc'] },
  ],
  entries: [
    exampleEntry('ring', 'The Ring Nobody Holds', 'gc', 1, 2, 25),
    exampleEntry('pauses', 'Who Stole My 40 Milliseconds?', 'gc', 2, 3, 35),
    { ...exampleEntry('tills', 'Two Tills, One Jar', 'parallel', 1, 3, 50), needs: ['threads'] },
  ],
  broken: [
    {
      slug: 'half-done',
      problems: [
        { file: 'challenge.toml', line: 7, message: 'The title is missing. Add one.', severity: 'error' },
      ],
    },
  ],
};

export function exampleEntry(
  slug: string,
  title: string,
  track: string,
  order: number,
  difficulty: Difficulty,
  minutes: number,
): CatalogEntry {
  return {
    slug,
    title,
    summary: `How to do \`${slug}\`.`,
    track,
    order,
    difficulty,
    minutes,
    kind: 'write',
    concepts: [`${slug}-concept`],
    needs: [],
    version: 1,
  };
}

export function exampleProgress(slug: string, change: Partial<ChallengeProgress> = {}): ChallengeProgress {
  return {
    slug,
    openedAt: 0,
    lastSeenAt: 1_000,
    solvedAt: null,
    solvedVersion: null,
    attempts: 2,
    lastPassed: 2,
    lastTotal: 7,
    hintsShown: 0,
    solutionShownAt: null,
    activeSeconds: 600,
    ...change,
  };
}

export function exampleAttempt(id: string, startedAt: number, change: Partial<Attempt> = {}): Attempt {
  return {
    id,
    slug: 'ring',
    challengeVersion: 1,
    startedAt,
    seconds: 0.7,
    mode: 'visible',
    verdict: 'failed',
    passed: 2,
    total: 7,
    snapshotId: 's',
    ...change,
  };
}

export const exampleChallenge: Challenge = {
  ...exampleEntry('sample', 'Sample challenge', 'gc', 1, 1, 20),
  draft: false,
  goal: 'Try it.',
  translations: [],
  prerequisites: [],
  unlocks: [],
  assumes: [],
  packages: [],
  sources: [],
  timeoutSeconds: 10,
  memoryMb: null,
  keepGc: false,
  seeds: [],
  processes: 0,
  without: {},
  statementHtml: '<p>Do it well.</p>',
  hintsHtml: [],
  explanationHtml: '<p>why it works</p>',
  starter: [{ path: 'solution.py', text: 'def f():\n    ...\n' }],
  solution: [{ path: 'solution.py', text: 'def f():\n    return 1\n' }],
  visibleTests: [{ path: 'tests/test_a.py', text: 'def test_first_thing():\n    assert f() == 1\n' }],
  hiddenTests: [],
  shownAssets: [],
  assets: [],
  mutants: [],
};

/** A browser that can do everything. */
export const exampleCapabilities: EngineCapabilities = { sharedMemory: true, stackSwitching: true };
