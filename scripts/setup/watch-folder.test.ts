import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder, writeFiles } from './scratch-project.ts';
import { watchFolder } from './watch-folder.mjs';

type Change = { kind: string; path: string };

test('tells what was added, changed and removed, in new folders too', async () => {
  const { folder, nextChange } = await watched({ 'one/statement.md': 'old' });

  writeFileSync(path.join(folder, 'one/statement.md'), 'new words');
  expect(await nextChange()).toEqual({ kind: 'changed', path: 'one/statement.md' });

  mkdirSync(path.join(folder, 'two/tests'), { recursive: true });
  writeFileSync(path.join(folder, 'two/tests/test_a.py'), 'x = 1');
  expect(await nextChange()).toEqual({ kind: 'added', path: 'two/tests/test_a.py' });

  writeFileSync(path.join(folder, 'two/tests/test_a.py'), 'x = 1000');
  expect(await nextChange()).toEqual({ kind: 'changed', path: 'two/tests/test_a.py' });

  rmSync(path.join(folder, 'two'), { recursive: true });
  expect(await nextChange()).toEqual({ kind: 'removed', path: 'two/tests/test_a.py' });
});

test('passes over what editors and Python leave behind', async () => {
  const { folder, nextChange } = await watched({ 'one/starter.py': '' });
  writeFiles(folder, {
    'one/.starter.py.swp': 'x',
    'one/starter.py~': 'x',
    'one/__pycache__/starter.pyc': 'x',
  });
  writeFileSync(path.join(folder, 'one/starter.py'), 'real');
  expect(await nextChange()).toEqual({ kind: 'changed', path: 'one/starter.py' });
});

test('never reports twice at a time', async () => {
  const folder = makeFolder();
  const started: string[] = [];
  let release = () => {};
  let begun = () => {};
  const firstBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const finished = new Promise<void>((resolve) => {
    void watchFolder(folder, async (changes: Change[]) => {
      started.push(changes.map((change) => change.path).join());
      if (started.length > 1) return resolve();
      begun();
      await new Promise<void>((open) => {
        release = open;
      });
    }).then((watcher) => {
      onTestFinished(() => watcher.close());
      writeFileSync(path.join(folder, 'a'), '1');
    });
  });
  await firstBegun;
  writeFileSync(path.join(folder, 'b'), '1');
  expect(started).toEqual(['a']);
  release();
  await finished;
  expect(started).toEqual(['a', 'b']);
});

async function watched(files: Record<string, string>) {
  const folder = makeFolder();
  writeFiles(folder, files);
  const changes: Change[] = [];
  let wake = () => {};
  const watcher = await watchFolder(folder, (all: Change[]) => {
    changes.push(...all);
    wake();
  });
  onTestFinished(() => watcher.close());
  const nextChange = async (): Promise<Change | undefined> => {
    while (changes.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return changes.shift();
  };
  return { folder, nextChange };
}
