import { expect, test } from 'vitest';
import { packageGroups, packMountPath, parseManifest } from './manifest.ts';
import { packRecipes } from './pack-recipes.ts';

const file = { path: 'a-0123456789ab.bin', bytes: 10, wireBytes: 5 };
const manifest = {
  schema: 1,
  id: '0123456789abcdef',
  pyodide: '314.0.7',
  python: '3.14.2',
  lockInfo: { abi_version: '2026_0', arch: 'wasm32', platform: 'emscripten_5_0_3', python: '3.14.2' },
  frame: { boot: 'boot()', sha256: 'BM/jgrAgOrqQR1yhM16BAFA9D9UGpUzGfjijg1tIZy0=' },
  files: { wasm: file, worker: file, stdlib: file, site: file, interleave: file },
  packages: Object.fromEntries(packageGroups.map((group) => [group, { ...file, distributions: [] }])),
};

test('reads a manifest and passes over keys it does not know', () => {
  expect(parseManifest(JSON.stringify({ ...manifest, later: true }))).toEqual(manifest);
});

test.each([
  ['another schema', { ...manifest, schema: 2 }],
  [
    'a file outside its folder',
    { ...manifest, files: { ...manifest.files, wasm: { ...file, path: '../a.bin' } } },
  ],
  ['a missing group', { ...manifest, packages: {} }],
  ['a size that is none', { ...manifest, files: { ...manifest.files, wasm: { ...file, bytes: -1 } } }],
])('refuses %s', (_, wrong) => {
  expect(() => parseManifest(JSON.stringify(wrong))).toThrow();
});

test('there is one recipe for every group, compiled for the path it is written to', () => {
  for (const group of packageGroups) {
    expect(packRecipes.filter((recipe) => recipe.name === group).map((recipe) => recipe.mount)).toEqual([
      packMountPath(group),
    ]);
  }
});
