// @ts-check
// The Python distributions in the interpreter image, with their licences.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readZip } from './read-zip.mjs';

const LICENCE_FILE = /\.dist-info\/(?:licenses\/)?(?:licen[cs]e|copying|notice|authors)[^/]*$/i;
/** @type {Record<string, string>} */
const BY_CLASSIFIER = {
  'MIT License': 'MIT',
  'GNU Lesser General Public License v3 or later (LGPLv3+)': 'LGPL-3.0-or-later',
  'Python Software Foundation License': 'PSF-2.0',
};

/**
 * @param {string} folder of the wheels, absolute
 * @returns {Promise<import('./npm-packages.mjs').Work[]>}
 */
export async function collectWheels(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.whl')).sort();
  return Promise.all(names.map(async (name) => describe(readZip(await readFile(path.join(folder, name))))));
}

/** @param {Map<string, () => Buffer>} files */
function describe(files) {
  const texts = [...files]
    .filter(([name]) => LICENCE_FILE.test(name))
    .map(([name, read]) => ({ name: path.posix.basename(name), text: read().toString('utf8') }));
  const metadata = [...files].find(([name]) => /^[^/]+\.dist-info\/METADATA$/.test(name));
  const headers =
    metadata?.[1]()
      .toString('utf8')
      .split(/\r?\n\r?\n/)[0] ?? '';
  const all = (/** @type {string} */ key) =>
    [...headers.matchAll(new RegExp(`^${key}: *(.+)$`, 'gim'))].map((match) => match[1] ?? '');
  const name = all('Name')[0] ?? '';
  return {
    name,
    version: all('Version')[0] ?? '',
    licence:
      all('License-Expression')[0] ?? fromClassifiers(all('Classifier'), texts) ?? all('License')[0] ?? '',
    address: findAddress(all('Project-URL'), all('Home-page')[0]),
    texts,
    ...(name === 'dramatiq'
      ? { note: 'Shipped with its complete source and its licence inside the pack.' }
      : {}),
  };
}

/** @param {string[]} classifiers @param {{ text: string }[]} texts */
function fromClassifiers(classifiers, texts) {
  for (const classifier of classifiers) {
    const name = classifier.startsWith('License :: ') ? (classifier.split(' :: ').at(-1) ?? '') : '';
    if (BY_CLASSIFIER[name]) return BY_CLASSIFIER[name];
    // "BSD License" says not which; the text does.
    if (name === 'BSD License') {
      return texts.some(({ text }) => /Neither the name/.test(text)) ? 'BSD-3-Clause' : 'BSD-2-Clause';
    }
  }
  return undefined;
}

/** @param {string[]} projectUrls @param {string | undefined} homePage */
function findAddress(projectUrls, homePage) {
  const wanted = ['source', 'source code', 'repository', 'github', 'homepage', 'home'];
  const named = new Map(
    projectUrls.map(
      (line) =>
        /** @type {[string, string]} */ ([
          line.split(',')[0]?.toLowerCase() ?? '',
          line.split(', ').at(-1) ?? '',
        ]),
    ),
  );
  for (const key of wanted) if (named.has(key)) return named.get(key) ?? '';
  return homePage ?? [...named.values()][0] ?? '';
}
