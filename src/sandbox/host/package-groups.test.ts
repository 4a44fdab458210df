/** Names of packages as authors write them. */
import { expect, test } from 'vitest';
import { resolvePackageGroups } from './package-groups.ts';
import { sampleManifest } from './testing/samples.ts';

test.each([
  [[], []],
  [['flask'], ['flask']],
  [
    ['SQLAlchemy', 'Flask', 'werkzeug'],
    ['flask', 'sqlalchemy'],
  ],
  [['pytest_asyncio'], ['pytest-asyncio']],
])('%j needs %j', (names, groups) => {
  expect(resolvePackageGroups(sampleManifest, names)).toEqual({ ok: true, groups });
});

test('a name that the image does not know is said', () => {
  expect(resolvePackageGroups(sampleManifest, ['numpy'])).toEqual({
    ok: false,
    problem: 'The interpreter has no package named "numpy".',
  });
});
