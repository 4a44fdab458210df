/** Reads glossary.toml. A folder of challenges may do without one. */
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { type ContentProblem, toError } from '../../domain/content-problem.ts';
import { type GlossaryEntry, parseGlossary } from '../../domain/glossary-schema.ts';
import type { GlossaryTerm } from '../../domain/guide.ts';
import { decodeText } from './decode-text.ts';
import { explainReadError } from './read-folder.ts';
import { toTomlProblem } from './read-tracks.ts';
import { renderMarkdown } from './render-markdown.ts';
import { indexTomlLines } from './toml-lines.ts';

export interface GlossaryFile {
  readonly terms: readonly GlossaryTerm[];
  readonly problems: readonly ContentProblem[];
}

const fileName = 'glossary.toml';

export async function readGlossary(root: string): Promise<GlossaryFile> {
  const file = path.join(root, fileName);
  let bytes: Uint8Array;
  try {
    const info = await lstat(file);
    if (!info.isFile())
      return fail(toError(fileName, null, 'It is no plain file. Put the file itself here.'));
    bytes = await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { terms: [], problems: [] };
    return fail(toError(fileName, null, explainReadError(error)));
  }
  const decoded = decodeText(fileName, bytes);
  if (decoded.text === null) return fail(...decoded.problems);
  let table: unknown;
  try {
    table = parseToml(decoded.text);
  } catch (error) {
    return fail(toTomlProblem(fileName, error));
  }
  const lineOf = indexTomlLines(decoded.text);
  const { entries, problems } = parseGlossary(table);
  const collator = new Intl.Collator('en');
  const terms = entries.map(toTerm).toSorted((a, b) => collator.compare(a.name, b.name));
  return {
    terms,
    problems: [
      ...decoded.problems,
      ...problems.map(({ path: keys, message }) => toError(fileName, lineOf(keys), message)),
    ],
  };
}

function toTerm(entry: GlossaryEntry): GlossaryTerm {
  const { html } = renderMarkdown(entry.meaning, { pictures: new Map() });
  return {
    slug: entry.slug,
    name: entry.name,
    words: entry.words ?? [entry.name],
    html,
    text: toPlainText(entry.meaning),
    see: entry.see,
    taughtIn: entry.challenges,
  };
}

/** Meanings use backticks and asterisks only; a tip shows neither. */
function toPlainText(markdown: string): string {
  return markdown.replaceAll(/[`*]/g, '').replaceAll(/\s+/g, ' ').trim();
}

function fail(...problems: readonly ContentProblem[]): GlossaryFile {
  return { terms: [], problems };
}
