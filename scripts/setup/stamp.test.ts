import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from './lock.mjs';
import { silentProgress } from './progress.mjs';
import { makeFolder, writeFiles } from './scratch-project.ts';
import { hashInputs, isFresh, replaceFolder, writeStamp } from './stamp.mjs';

test('the hash depends on names, contents and facts, and on nothing else', async () => {
  const root = makeFolder();
  writeFiles(root, { 'src/a.ts': '1', 'src/b.ts': '2' });
  const before = await hashInputs(root, ['src', 'gone'], ['x']);
  writeFiles(root, { 'src/__pycache__/a.pyc': 'passed over' });
  expect(await hashInputs(root, ['gone', 'src'], ['x'])).toBe(before);
  expect(await hashInputs(root, ['src', 'gone'], ['y'])).not.toBe(before);
  writeFiles(root, { 'src/a.ts': '3' });
  expect(await hashInputs(root, ['src', 'gone'], ['x'])).not.toBe(before);
});

test('a stamp is void when an output is gone or has another size, or when it is damaged', async () => {
  const root = makeFolder();
  writeFiles(root, { out: 'result' });
  expect(await isFresh(root, 'step', 'h')).toBe(false);
  await writeStamp(root, 'step', 'h', ['out']);
  expect(await isFresh(root, 'step', 'h')).toBe(true);
  expect(await isFresh(root, 'step', 'other')).toBe(false);
  writeFiles(root, { out: 'longer result' });
  expect(await isFresh(root, 'step', 'h')).toBe(false);
  writeFileSync(path.join(root, '.cache/stamps/step.json'), '{"inputs": "h", "outp');
  expect(await isFresh(root, 'step', 'h')).toBe(false);
});

test('a finished folder takes the place of an old one', async () => {
  const root = makeFolder();
  writeFiles(root, { 'old/a': '', 'new/b': '' });
  await replaceFolder(path.join(root, 'new'), path.join(root, 'old'));
  expect(readdirSync(root)).toEqual(['old']);
  expect(readdirSync(path.join(root, 'old'))).toEqual(['b']);
  rmSync(path.join(root, 'old'), { recursive: true });
});

test('a lock that nobody has touched for long is taken over, although its process number lives', async () => {
  const root = makeFolder();
  writeFiles(root, { '.cache/locks/step': String(process.ppid) });
  const longAgo = new Date(Date.now() - 3_600_000);
  utimesSync(path.join(root, '.cache/locks/step'), longAgo, longAgo);
  expect(await withLock(root, 'step', silentProgress, async () => 'done')).toBe('done');
});

test('work under one lock happens one after the other, and a dead process holds nothing', async () => {
  const root = makeFolder();
  // No process has this number: Linux, macOS and Windows all stay far below it.
  writeFiles(root, { '.cache/locks/step': '2147483646' });
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    order.push(`${name} ends`);
  };
  await Promise.all([
    withLock(root, 'step', silentProgress, work('a')),
    withLock(root, 'step', silentProgress, work('b')),
  ]);
  const [first] = order;
  expect(order).toEqual(
    first === 'a begins'
      ? ['a begins', 'a ends', 'b begins', 'b ends']
      : ['b begins', 'b ends', 'a begins', 'a ends'],
  );
  expect(readdirSync(path.join(root, '.cache/locks'))).toEqual([]);
});
