// @ts-check
// Completes package-lock.json after an `npm install`: `node scripts/setup/complete-lock.mjs`.
//
// A registry that does not carry every platform's binaries makes npm leave their optional packages out of the lock
// file, and `npm ci` then refuses that file everywhere. Their versions stand in the package that wants them, and
// their platforms in their names, so the entries can be written all the same. They carry no integrity, because
// nobody here has seen the files.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from './root.mjs';
import { writeWhole } from './stamp.mjs';

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {Record<string, string>} [optionalDependencies]
 */

/**
 * @param {Record<string, LockEntry>} packages of a lock file
 * @returns {{ name: string, version: string, dev: boolean }[]} optional packages that are wanted and have no entry
 */
export function findMissingPackages(packages) {
  return Object.entries(packages).flatMap(([place, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`])
      .map(([name, version]) => ({ name, version, dev: entry.dev === true })),
  );
}

/**
 * @param {{ name: string, version: string, dev: boolean }} missing
 * @returns {LockEntry & { os: string[], cpu: string[], libc?: string[] }}
 */
export function describeMissingPackage({ name, version, dev }) {
  const words = name.split(/[/-]/);
  const system = SYSTEMS.find((word) => words.includes(word));
  const processor = PROCESSORS.find((word) => words.includes(word));
  if (!system || !processor || !/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error(
      `${name}@${version} names no platform and exact version; run npm install where the registry has it.`,
    );
  }
  const libc =
    system !== 'linux' ? null : words.includes('gnu') ? 'glibc' : words.includes('musl') ? 'musl' : null;
  return {
    version,
    cpu: [processor],
    ...(dev ? { dev } : {}),
    ...(libc ? { libc: [libc] } : {}),
    optional: true,
    os: [system],
  };
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const file = path.join(projectRoot, 'package-lock.json');
  const lock = JSON.parse(await readFile(file, 'utf8'));
  const missing = findMissingPackages(lock.packages);
  for (const each of missing) lock.packages[`node_modules/${each.name}`] = describeMissingPackage(each);
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
  if (missing.length > 0) await writeWhole(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} entries added to package-lock.json.`);
}
