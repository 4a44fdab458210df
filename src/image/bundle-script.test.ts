import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { bundleScript, checkInlineScript } from './bundle-script.ts';

test('bundles TypeScript modules to one script that runs without a module loader', async () => {
  const root = makeRoot({
    'main.ts':
      "import { twice } from './twice.ts';\ndeclare const given: number;\ndeclare const tell: (n: number) => void;\ntell(twice(given));",
    'twice.ts': 'export const twice = (n: number): number => n * 2;',
  });
  const script = await bundleScript(root, 'main.ts');
  const told: number[] = [];
  runInNewContext(`"use strict";(() => { const given = 21; ${script} })();`, {
    tell: (n: number) => told.push(n),
  });
  expect(told).toEqual([42]);
  expect(await bundleScript(root, 'main.ts')).toBe(script);
});

test('says which entry is missing', async () => {
  await expect(bundleScript(makeRoot({}), 'src/sandbox/worker/main.ts')).rejects.toThrow(
    'src/sandbox/worker/main.ts does not exist, and the interpreter image cannot be built without it.',
  );
});

test.each(['a("</script>")', '"<!--"', 'x\r\ny'])(
  'refuses inline text that HTML would change: %j',
  (script) => {
    expect(() => checkInlineScript(script, 'frame')).toThrow(
      'does not survive inside an HTML script element',
    );
    expect(() => checkInlineScript('const a = 1 < 2;', 'frame')).not.toThrow();
  },
);

function makeRoot(files: Record<string, string>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'interleave-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(root, name), content);
  return root;
}
