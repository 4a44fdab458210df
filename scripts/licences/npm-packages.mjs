// @ts-check
// The npm packages whose code is in the site, with their licences.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** @typedef {{ name: string, version: string, licence: string, address: string, texts: { name: string, text: string }[], note?: string }} Work */

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice|third-?party-?notice)/i;
// Needed by other packages at their own build time or in Node; nothing of them reaches the site.
const NOT_SHIPPED = [/^@types\//, /^ws$/, /^csstype$/];

/**
 * @param {string} root
 * @returns {Promise<Work[]>} the packages of `dependencies` and what these depend on, sorted
 */
export async function collectNpmPackages(root) {
  const own = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const queue = Object.keys(own.dependencies ?? {});
  /** @type {Map<string, Work>} */
  const works = new Map();
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    if (works.has(name) || NOT_SHIPPED.some((pattern) => pattern.test(/** @type {string} */ (name))))
      continue;
    const folder = path.join(root, 'node_modules', name);
    const described = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    works.set(name, {
      name,
      version: described.version,
      licence: typeof described.license === 'string' ? described.license : '',
      address: addressOf(described),
      texts: await readTexts(folder),
    });
    queue.push(...Object.keys(described.dependencies ?? {}));
  }
  return [...works.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {string} folder */
async function readTexts(folder) {
  const names = (await readdir(folder)).filter((name) => LICENCE_FILE.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(path.join(folder, name), 'utf8') })),
  );
}

/** @param {{ homepage?: string, repository?: string | { url?: string } }} described */
function addressOf({ homepage, repository }) {
  const source = typeof repository === 'string' ? repository : repository?.url;
  return (homepage ?? source ?? '')
    .replace(/^git\+/, '')
    .replace(/\.git$/, '')
    .replace(/^git:/, 'https:');
}
