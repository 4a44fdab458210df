/** Sample folders for the tests of the author's page, and a Python that only looks for words in the text it is given. */
import type { Challenge } from '../../src/domain/challenge.ts';
import type { RunRequest } from '../../src/domain/run-request.ts';
import type { RunEnding } from '../../src/domain/verdict.ts';
import { createFakeSandbox, type FakeSandbox } from '../../src/sandbox/fake-sandbox.ts';
import { sampleReport, sampleResult } from '../../src/sandbox/host/testing/samples.ts';
import type { AuthorContent, AuthorFolder, ContentChange } from '../author-content.ts';
import type { ContentSource, SourceListener } from './content-source.ts';

const file = 'tests/test_a.py';
const testNames = ['test_first', 'test_second', 'test_idle'];

/** A warm-up, since it may be small. A text that says "red test_x" is one that test_x catches. */
const fields = {
  slug: 'sample',
  title: 'A sample',
  summary: 'A sample.',
  track: 'track',
  order: 1,
  difficulty: 1,
  minutes: 10,
  kind: 'warm-up',
  concepts: [],
  needs: [],
  version: 1,
  goal: 'Try it.',
  prerequisites: [],
  unlocks: [],
  assumes: [],
  packages: [],
  sources: [],
  timeoutSeconds: 10,
  memoryMb: null,
  keepGc: false,
  draft: false,
  seeds: [],
  processes: 0,
  without: {},
  statementHtml: '<h2>1. Do it</h2><p>Do it well.</p><pre>f()</pre>',
  hintsHtml: ['<p>the first hint</p>'],
  explanationHtml: '<p>why it works</p>',
  starter: toFiles('# starter, red test_first test_second'),
  solution: toFiles('# green'),
  visibleTests: [{ path: file, text: testNames.map((name) => `def ${name}(): ...`).join('\n') }],
  hiddenTests: [],
  shownAssets: [],
  assets: [],
  translations: [],
  mutants: [
    { name: 'one', why: 'Forgets `one`.', kills: [], files: toFiles('# one, red test_first') },
    { name: 'two', why: 'Forgets two.', kills: [], files: toFiles('# two, red test_first test_second') },
  ],
} as const;

export const sampleChallenge: Challenge = fields;

export function toFiles(text: string) {
  return [{ path: 'solution.py', text }];
}

export function withMutant(challenge: Challenge, name: string, text: string): Challenge {
  const mutants = challenge.mutants.map((mutant) =>
    mutant.name === name ? { ...mutant, files: toFiles(text) } : mutant,
  );
  return { ...challenge, mutants };
}

/** The text that is asked about, without the requests' other parts. */
export function textOf(request: RunRequest): string {
  const learner = request.files.find(({ path }) => path === 'solution.py');
  return learner !== undefined && 'text' in learner ? learner.text : '';
}

export function judgeByWords(request: RunRequest): RunEnding {
  const text = textOf(request);
  const all = testNames.map((name) => `${file}::${name}`);
  const ids = request.only.length > 0 ? request.only : all;
  const results = ids.map((id) => {
    const result = sampleResult(id, text.includes(id.replace(/^.*::/, '')) ? 'AssertionError' : null);
    return { ...result, name: id.replace(/^.*::test_/, '') };
  });
  // A question about the code is answered like this by Python: no names that the starter lacks.
  if (request.editable.length === 0) {
    const answer = { ...sampleResult(ids[0] ?? '', null), stdout: { text: '[]', total: 2, dropped: 0 } };
    return { kind: 'reported', report: sampleReport([answer], {}) };
  }
  const planned = results.map(({ id, name }) => ({ id, name, file, line: 1 }));
  return { kind: 'reported', report: sampleReport(results, { planned }) };
}

/** Answers at once, and writes down which texts it was asked to run. */
export function createWordSandbox(): { readonly sandbox: FakeSandbox; readonly asked: string[] } {
  const asked: string[] = [];
  const sandbox = createFakeSandbox((request) => {
    asked.push(textOf(request));
    return { events: [], ending: judgeByWords(request) };
  });
  return { sandbox, asked };
}

export interface SampleSource extends ContentSource {
  /** As after a save: new challenges, new broken folders. */
  save(change: Partial<SampleFolders>, paths: readonly string[]): void;
  lose(): void;
}

export interface SampleFolders {
  readonly challenges: readonly Challenge[];
  readonly broken: readonly AuthorFolder[];
}

export function createSampleSource(first: SampleFolders): SampleSource {
  const listeners = new Set<SourceListener>();
  let folders = first;
  let revision = 1;
  const tell = (change: ContentChange) => {
    for (const listener of listeners) listener.onChange(change);
  };
  const toPath = (challenge: Challenge) => `content/${challenge.slug}.${JSON.stringify(challenge)}`;
  return {
    load: async (): Promise<AuthorContent> => ({
      revision,
      catalog: { tracks: [], entries: folders.challenges, broken: [] },
      folders: [
        ...folders.broken,
        ...folders.challenges.map(
          (challenge): AuthorFolder => ({
            slug: challenge.slug,
            title: challenge.title,
            content: toPath(challenge),
            problems: [],
          }),
        ),
      ],
      python: [],
      manifest: 'interpreter/manifest.1.json',
      failure: null,
    }),
    loadChallenge: async (path) => {
      const found = folders.challenges.find((challenge) => toPath(challenge) === path);
      if (found === undefined) throw new Error('The file is gone.');
      return found;
    },
    watch(listener) {
      listeners.add(listener);
      listener.onChange({ revision, paths: [] });
      return () => listeners.delete(listener);
    },
    save(change, paths) {
      folders = { ...folders, ...change };
      revision += 1;
      tell({ revision, paths });
    },
    lose() {
      for (const listener of listeners) listener.onLost();
    },
  };
}
