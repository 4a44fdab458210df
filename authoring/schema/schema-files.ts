/** The files that are made from the schemas, as they should be. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ChallengeFileSchema } from '../../src/domain/challenge-schema.ts';
import { GlossaryFileSchema } from '../../src/domain/glossary-schema.ts';
import { TracksFileSchema } from '../../src/domain/track-schema.ts';
import { renderDocsTable } from './docs-table.ts';
import { toJsonSchema } from './json-schema.ts';

const docsFile = 'docs/authoring.md';
const begin = '<!-- begin: made from the schema by `npm run schema` -->';
const end = '<!-- end: made from the schema -->';

/** What `#:schema` lines name; they lie beside the challenge folders. */
export function buildJsonSchemas(): ReadonlyMap<string, string> {
  const toText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    ['challenge.schema.json', toText(toJsonSchema(ChallengeFileSchema, 'An Interleave challenge'))],
    ['glossary.schema.json', toText(toJsonSchema(GlossaryFileSchema, 'The glossary of an Interleave site'))],
    ['tracks.schema.json', toText(toJsonSchema(TracksFileSchema, 'The tracks of an Interleave site'))],
  ]);
}

/** Path in the project → text. */
export async function buildSchemaFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const [name, text] of buildJsonSchemas()) files.set(`challenges/${name}`, text);
  const docs = await readFile(path.join(root, docsFile), 'utf8');
  return files.set(docsFile, fillDocs(docs));
}

/** @throws Error when the place for the table is gone */
function fillDocs(docs: string): string {
  const from = docs.indexOf(begin);
  const to = docs.indexOf(end);
  if (from < 0 || to < from)
    throw new Error(`${docsFile} has no place for the table. Put back: ${begin} ${end}`);
  const table = renderDocsTable(toJsonSchema(ChallengeFileSchema, ''));
  return `${docs.slice(0, from + begin.length)}\n\n${table}\n\n${docs.slice(to)}`;
}
