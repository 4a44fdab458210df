/** Mistakes that only a run can show: each folder through the gate in real Chromium, with the sentence its author gets. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { GatePart } from '../../authoring/gate/gate-run.ts';
import { checkChallenge } from '../../authoring/gate.ts';
import { type GateBrowser, openGateBrowser } from '../../authoring/runtime/gate-browser.ts';
import { readCatalog } from '../../src/content/build/read-catalog.ts';
import {
  type FolderChanges,
  sampleToml,
  sampleTracks,
  writeSample,
} from '../../src/content/build/sample-folder.ts';

let browser: GateBrowser;
let root: string;

beforeAll(async () => {
  browser = await openGateBrowser();
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'runs-'));
  await writeFile(path.join(root, 'tracks.toml'), sampleTracks);
});
afterEach(() => rm(root, { recursive: true, force: true }));

interface BadRun {
  readonly name: string;
  readonly changes: FolderChanges;
  readonly parts: readonly GatePart[];
  readonly says: readonly RegExp[];
}

const hasty = sampleToml('good-one').replace('\n[files]', 'timeout_s = 3\n\n[files]');
const visible = 'tests/test_good.py';

const badRuns: readonly BadRun[] = [
  {
    name: 'tests that import nothing of the learner',
    changes: {
      [visible]: 'def test_x():\n    assert 1 + 1 == 2\n',
      'tests/test_good_hidden.py': 'def test_y():\n    assert True\n',
    },
    parts: ['starter', 'mutant'],
    says: [/The starter passes every test/, /The mutant wrong survives/],
  },
  {
    name: 'tests that pass on the starter',
    changes: { 'starter.py': 'x = 2\n', 'solution.py': 'x = 1 + 1\n' },
    parts: ['starter'],
    says: [/The starter passes every test, so nothing is left to solve/],
  },
  {
    name: 'a test that hangs',
    changes: {
      'challenge.toml': hasty,
      [visible]: 'from solution import x\n\ndef test_x():\n    while x:\n        pass\n',
    },
    parts: ['solution'],
    says: [/took longer than 3 s.*test_x/],
  },
  {
    name: 'a test that prints megabytes',
    changes: {
      [visible]:
        'from solution import x\n\ndef test_x():\n    for _ in range(300):\n        print("x" * 10_000)\n    assert x == 2\n',
    },
    parts: ['solution'],
    says: [/test_x prints 3,000,\d+ characters/],
  },
  {
    name: 'tests that depend on their order',
    changes: {
      [visible]:
        'from solution import x\nseen = []\n\ndef test_first():\n    seen.append(x)\n\ndef test_second():\n    assert seen == [2]\n',
    },
    parts: ['solution', 'alone'],
    says: [/Alone, \S*test_second\S* fails.*leans on another test/],
  },
  {
    name: 'a test that imports more than the starter defines',
    changes: {
      'solution.py': 'x = 2\ny = 3\n',
      [visible]: 'from solution import x, y\n\ndef test_x():\n    assert x < y\n',
    },
    parts: ['starter'],
    says: [/starter must import.*cannot import name 'y'/],
  },
  {
    name: 'a thread left behind',
    changes: {
      'solution.py':
        'import threading\nx = 2\n\ndef watch():\n    threading.Thread(target=threading.Event().wait, name="watcher").start()\n',
      'starter.py': 'x = 1\n\ndef watch():\n    pass\n',
      [visible]: 'from solution import watch, x\n\ndef test_x():\n    watch()\n    assert x == 2\n',
    },
    parts: ['solution'],
    says: [/solution must pass every test.*watcher/s],
  },
  {
    name: 'a solution that needs more memory than it declares',
    changes: {
      'challenge.toml': sampleToml('good-one').replace('\n[files]', 'memory_mb = 256\n\n[files]'),
      'solution.py': 'x = 2\nspace = len(bytearray(400_000_000))\n',
      [visible]: 'from solution import x\n\ndef test_x():\n    assert x == 2\n',
    },
    parts: ['solution'],
    says: [/solution must pass every test.*memory/is],
  },
  {
    name: 'a starter that does not parse',
    changes: { 'starter.py': 'def x(:\n' },
    parts: ['starter'],
    says: [/The starter must import.*cannot be imported/],
  },
  {
    name: 'a mutant that only crashes',
    changes: { 'mutants/wrong.py': 'raise RuntimeError("no")\n' },
    parts: ['mutant'],
    says: [/The mutant wrong must fail a test, but it cannot be imported/],
  },
  {
    name: 'a mutant that another test catches',
    changes: {
      'challenge.toml': `${sampleToml('good-one')}kills = ["test_y"]\n`,
    },
    parts: ['mutant'],
    says: [/should be caught by test_y, but was caught by test_x/],
  },
];

test.each(badRuns)('$name', async ({ changes, parts, says }) => {
  await writeSample(root, 'good-one', changes);
  const { challenges, catalog } = await readCatalog(root);
  expect(catalog.broken).toEqual([]);
  const challenge = challenges[0];
  if (challenge === undefined) throw new Error('The sample folder is no challenge.');
  const { problems, warnings } = await checkChallenge(challenge, browser.run, { parts: new Set(parts) });
  for (const sentence of says) expect([...problems, ...warnings].join('\n')).toMatch(sentence);
});
