/** A folder with code and tests becomes a draft: its code is the solution, its signatures the starter. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import {
  type DraftFolder,
  isReservedName,
  noticeHead,
  writeChallengeToml,
  writeDraftFolder,
} from '../draft-folder.ts';
import { findNeeds } from '../find-needs.ts';
import type { ImportNote } from '../import-note.ts';
import type { ImportReport } from '../import-report.ts';
import { createPlaces, ensureShelf } from '../shelf.ts';
import { readSourceFiles } from '../source-files.ts';
import { toSlug, toTitle } from '../titles.ts';
import { type PythonProject, sortProject } from './python-project.ts';
import type { PythonReader } from './python-reader.ts';
import { writeStatement } from './statement-draft.ts';

export interface PytestImportOptions {
  /** The folder with code and tests. */
  readonly folder: string;
  readonly into: string;
  /** Slug of the shelf; null = one for drafts. */
  readonly shelf: string | null;
  readonly replace: boolean;
  readonly reader: PythonReader;
}

const drafts = { slug: 'drafts', title: 'Drafts', summary: 'Challenges that are being written.' };
/** Packages of the interpreter image by the name that code imports. */
const packages: ReadonlyMap<string, string> = new Map([
  ['flask', 'flask'],
  ['werkzeug', 'flask'],
  ['jinja2', 'flask'],
  ['click', 'flask'],
  ['sqlalchemy', 'sqlalchemy'],
  ['dramatiq', 'dramatiq'],
  ['pytest_asyncio', 'pytest-asyncio'],
  ['anyio', 'anyio'],
]);

/** @throws Error with a sentence when the folder or the target's tracks.toml cannot be read. */
export async function importPytest(options: PytestImportOptions): Promise<ImportReport> {
  const { folder, into } = options;
  const slug = toSlug(path.basename(path.resolve(folder)));
  const source = await readSourceFiles(folder);
  const project = sortProject(source, options.reader);
  const problems = [...project.problems];
  const inTheWay = [...project.tests].filter(({ path: file }) => isReservedName(file));
  for (const { path: file } of inTheWay)
    problems.push(`${file} has a name that a challenge folder uses itself. Rename it.`);
  if (problems.length > 0) {
    return { imported: [], refused: [{ slug, why: problems.join(' ') }], notes: [], remarks: [] };
  }

  await mkdir(into, { recursive: true });
  const remarks: string[] = [];
  const shelf = {
    ...drafts,
    ...(options.shelf === null ? {} : { slug: options.shelf, title: toTitle(options.shelf) }),
  };
  if (await ensureShelf(into, shelf)) remarks.push(`Added the shelf "${shelf.slug}" to tracks.toml.`);
  const order = (await createPlaces(into, shelf.slug))(slug, 1);
  const draft = toDraft(slug, shelf.slug, order, project);
  const skipped = [...source.skipped].map(([file, reason]) => ({
    slug,
    what: 'Files that are not read',
    detail: `${file}, ${reason}`,
  }));
  const why = await writeDraftFolder(into, draft, options.replace);
  if (why !== null) return { imported: [], refused: [{ slug, why }], notes: [], remarks };
  return {
    imported: [slug],
    refused: [],
    notes: [...draft.notes, ...skipped],
    remarks: [...remarks, ...describeNextSteps(slug)],
  };
}

function toDraft(slug: string, shelf: string, order: number, project: PythonProject): DraftFolder {
  const { code, tests } = project;
  const title = toTitle(slug);
  const known = project.foreign.flatMap((name) => packages.get(name) ?? []);
  const toml = writeChallengeToml({
    slug,
    title: [...title].slice(0, 45).join(''),
    summary:
      code.map((file) => file.module.summary).find((text) => text !== '') ??
      `A draft made from the folder ${slug}.`,
    goal: `Write ${code.map((file) => file.path).join(', ')} so that every test passes.`,
    track: shelf,
    order,
    difficulty: 3,
    minutes: 30,
    concepts: ['draft'],
    prerequisites: [],
    assumes: [],
    packages: [...new Set(known)],
    needs: findNeeds([...code, ...tests].map((file) => file.text)),
    timeoutSeconds: 20,
    sources: [],
    editor: code.map((file) => file.path),
    visible: tests.map((file) => file.path),
    assets: project.assets,
  });
  const files = new Map<string, string | Uint8Array>([
    ['challenge.toml', toml],
    ['statement.md', writeStatement(title, project)],
    [
      'explanation.md',
      'TODO(author): what has the learner understood now? Name the idea, an alternative, and where it leads.\n',
    ],
    ['NOTICE.md', writeNotice(slug, project.licence)],
  ]);
  for (const { path: file, text, module } of code) {
    files.set(`starter/${file}`, module.starter);
    files.set(`solution/${file}`, text);
  }
  for (const { path: file, text } of tests) files.set(file, text);
  for (const [file, bytes] of project.assets) files.set(`assets/${file}`, bytes);
  return { slug, files, notes: [...listNotes(slug, project)] };
}

function* listNotes(slug: string, project: PythonProject): Iterable<ImportNote> {
  const note = (what: string, detail: string) => ({ slug, what, detail });
  for (const { path: file, module } of project.code) {
    for (const name of module.kept)
      yield note('Bodies that stay, since the module calls them while it is imported', `${name} in ${file}`);
  }
  for (const file of project.assets.keys()) yield note('Given to the learner as it is (assets/)', file);
  for (const file of project.leftOut)
    yield note('The project’s own set-up, left out; a run has pytest’s own defaults', file);
  for (const name of project.foreign.filter((item) => !packages.has(item))) {
    yield note('Imported, but neither in Python nor among the packages of a run', name);
  }
}

function writeNotice(slug: string, licence: string): string {
  const text = licence.trim();
  const words =
    text === ''
      ? 'It came without a licence text. Say here whose work it is, or remove this file if it is your own.'
      : `Its licence:\n\n~~~~text\n${text}\n~~~~`;
  return `${noticeHead}\n\nMade from the folder \`${slug}\`. ${words}\n`;
}

function describeNextSteps(slug: string): readonly string[] {
  return [
    `Write next, in ${slug}/:`,
    '  statement.md: the story, what one has to know, an example; the tasks are listed already',
    '  starter: what else the learner should be given; remove what is not part of the task',
    '  challenge.toml: summary, goal, difficulty, minutes, concepts; hidden tests under files.hidden',
    '  hints/1.md, 2.md, 3.md: where to look, what to use, almost the line',
    '  mutants/: at least five wrong solutions, each with its line in challenge.toml',
    '  explanation.md: what to read after solving',
    '  NOTICE.md: whose work it is',
    'Then take `draft = true` away and let `check` judge it.',
    '',
  ];
}
