// @ts-check
// Gathers the licence of everything that is shipped: `node scripts/licences.mjs FOLDER` or `--check`.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unknownLicences } from './licences/expression.mjs';
import { collectNativeParts } from './licences/native-parts.mjs';
import { collectNpmPackages } from './licences/npm-packages.mjs';
import { renderLicences } from './licences/page.mjs';
import { collectWheels } from './licences/wheels.mjs';
import { projectRoot } from './setup/root.mjs';
import { ensureWheels } from './setup/wheels.mjs';

/** The steps that change Pyodide's files at build time, in src/image. */
const CHANGES = ['patch-pyodide', 'trim-glue', 'trim-wasm'];

/**
 * Writes the licence page and every text into a folder.
 * @param {string} outDir absolute, for example dist/licences; made when it is not there
 * @param {{ root?: string }} [options]
 * @returns {Promise<number>} how many works are named
 */
export async function writeLicences(outDir, { root = projectRoot } = {}) {
  const sections = await collectSections(root);
  await mkdir(outDir, { recursive: true });
  for (const [name, content] of renderLicences(sections)) await writeFile(path.join(outDir, name), content);
  return sections.flatMap((section) => section.works).length;
}

/**
 * Everything that is shipped, checked.
 * @param {string} root
 * @returns {Promise<import('./licences/page.mjs').Section[]>}
 * @throws naming every work whose licence is missing or unknown
 */
export async function collectSections(root) {
  await ensureWheels({ root });
  const npm = await collectNpmPackages(root);
  const wheels = await collectWheels(path.join(root, '.cache', 'wheels'));
  const pyodide = take(npm, 'pyodide');
  // These packages carry no text of their own; the same text comes with another one that is shipped too.
  pyodide.texts = [
    { name: 'MPL-2.0', text: textOf(take(npm, 'dompurify'), 'LICENSE-MPL') },
    ...(await Promise.all(
      CHANGES.map(async (name) => ({
        name,
        text: await readFile(path.join(root, 'src/image', `${name}.ts`), 'utf8'),
      })),
    )),
  ];
  pyodide.note = `Delivered in changed form: the files ${CHANGES.join(', ')} are the complete steps that change it at build time. The unchanged source is at the address given.`;
  const native = await collectNativeParts(root, {
    psf: textOf(take(wheels, 'typing_extensions'), 'LICENSE'),
    apache: textOf(take(wheels, 'packaging'), 'LICENSE.APACHE'),
  });
  const own = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const ownText = await readFile(path.join(root, 'LICENSE'), 'utf8').catch(() => null);
  const interleave = {
    name: 'Interleave',
    version: own.version,
    licence: own.license,
    address: '',
    texts: ownText === null ? [] : [{ name: 'LICENSE', text: ownText }],
  };

  refuse([
    ...problemsOf([...npm, ...wheels], true),
    ...problemsOf([interleave], true),
    ...problemsOf(native, false),
  ]);
  return [
    {
      title: 'Interleave itself',
      intro: 'The app, its challenges and its Python packages.',
      works: [interleave],
    },
    {
      title: 'In the page',
      intro: 'JavaScript, styles and fonts.',
      works: npm.filter((work) => work !== pyodide),
    },
    {
      title: 'The interpreter',
      intro: 'CPython for the browser, and the libraries inside its WebAssembly file.',
      works: [pyodide, ...native],
    },
    {
      title: 'Python packages',
      intro:
        'Compiled to bytecode, otherwise as published; modules that are of no use in a browser are left out.',
      works: wheels,
    },
  ];
}

/**
 * @param {import('./licences/npm-packages.mjs').Work[]} works
 * @param {boolean} needsText whether a licence text has to come along
 * @returns {string[]} one sentence per problem
 */
export function problemsOf(works, needsText) {
  return works.flatMap((work) => {
    const unknown = unknownLicences(work.licence);
    if (unknown.length > 0)
      return [`${work.name} ${work.version}: the licence ${unknown.join(', ')} is not known here.`];
    return needsText && work.texts.length === 0
      ? [`${work.name} ${work.version}: no licence text comes with it.`]
      : [];
  });
}

/** @param {string[]} problems */
function refuse(problems) {
  if (problems.length === 0) return;
  throw new Error(
    `${problems.join('\n')}\nRead the licence; if it may be shipped, add it to scripts/licences/expression.mjs, else replace the package.`,
  );
}

/** @param {import('./licences/npm-packages.mjs').Work[]} works @param {string} name */
function take(works, name) {
  const work = works.find((each) => each.name.toLowerCase() === name);
  if (work === undefined)
    throw new Error(`${name} is not among what is shipped any more; scripts/licences.mjs relies on it.`);
  return work;
}

/** @param {import('./licences/npm-packages.mjs').Work} work @param {string} file */
function textOf(work, file) {
  const found = work.texts.find(({ name }) => name === file);
  if (found === undefined)
    throw new Error(`${work.name} no longer contains ${file}; scripts/licences.mjs relies on it.`);
  return found.text;
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    if (process.argv.includes('--check')) {
      const count = (await collectSections(projectRoot)).flatMap((section) => section.works).length;
      console.log(`The licences of ${count} works are known.`);
    } else {
      const folder = path.resolve(process.argv[2] ?? path.join(projectRoot, 'dist', 'licences'));
      console.log(
        `${await writeLicences(folder)} works are named in ${path.relative(process.cwd(), folder)}.`,
      );
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
