/** `npm run schema`: renews the JSON Schemas of challenges/ and the table in docs/authoring.md. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../scripts/setup/root.mjs';
import { buildSchemaFiles } from './schema-files.ts';

for (const [file, text] of await buildSchemaFiles(projectRoot)) {
  await writeFile(path.join(projectRoot, file), text);
  process.stdout.write(`${file}\n`);
}
