import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeMissingPackage, findMissingPackages } from './complete-lock.mjs';

test('the lock file has every optional package; `node scripts/setup/complete-lock.mjs` adds what a registry left out', () => {
  expect(findMissingPackages(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages)).toEqual([]);
});

test('finds what is wanted and has no entry, wherever the entry might be', () => {
  const packages = {
    'node_modules/tool': {
      dev: true,
      optionalDependencies: { 'tool-linux-x64': '1.0.0', 'tool-darwin-arm64': '1.0.0', fine: '1.0.0' },
    },
    'node_modules/tool-linux-x64': { version: '1.0.0' },
    'node_modules/tool/node_modules/fine': { version: '1.0.0' },
  };
  expect(findMissingPackages(packages)).toEqual([{ name: 'tool-darwin-arm64', version: '1.0.0', dev: true }]);
});

test.each([
  ['@a/cli-darwin-arm64', { cpu: ['arm64'], os: ['darwin'] }],
  ['@a/binding-linux-x64-gnu', { cpu: ['x64'], os: ['linux'], libc: ['glibc'] }],
  ['@a/cli-linux-arm64-musl', { cpu: ['arm64'], os: ['linux'], libc: ['musl'] }],
  ['@a/binding-linux-arm-gnueabihf', { cpu: ['arm'], os: ['linux'] }],
  ['@a/binding-win32-ia32-msvc', { cpu: ['ia32'], os: ['win32'] }],
])('reads the platform from the name %s', (name, platform) => {
  expect(describeMissingPackage({ name, version: '1.2.3', dev: false })).toEqual({
    version: '1.2.3',
    optional: true,
    ...platform,
  });
});

test('makes nothing up for a package whose name tells nothing', () => {
  expect(() => describeMissingPackage({ name: 'colours', version: '1.2.3', dev: false })).toThrow(
    'names no platform',
  );
});
