import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { projectRoot } from '../../scripts/setup/root.mjs';
import { renderDocsTable } from './docs-table.ts';
import { toJsonSchema } from './json-schema.ts';
import { buildSchemaFiles } from './schema-files.ts';

test('what is made from the schema is up to date; if not, `npm run schema` renews it', async () => {
  for (const [file, text] of await buildSchemaFiles(projectRoot)) {
    expect(await readFile(path.join(projectRoot, file), 'utf8'), file).toBe(text);
  }
});

const schema = toJsonSchema(
  v.strictObject({
    name: v.pipe(v.string(), v.trim(), v.maxLength(9), v.description('what it is called')),
    size: v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5), v.description('how big')),
      2,
    ),
    parts: v.pipe(v.array(v.strictObject({ kind: v.picklist(['a', 'b']) })), v.minLength(1)),
  }),
  'Thing',
);

test('limits, defaults and words reach the JSON Schema', () => {
  expect(schema).toMatchObject({
    title: 'Thing',
    required: ['name', 'parts'],
    additionalProperties: false,
    properties: {
      name: { type: 'string', maxLength: 9, description: 'what it is called' },
      size: { type: 'integer', minimum: 1, maximum: 5, default: 2, description: 'how big' },
      parts: { type: 'array', minItems: 1, items: { properties: { kind: { enum: ['a', 'b'] } } } },
    },
  });
});

test('a table of the docs tells what may be left out, and what holds then', () => {
  const docs = renderDocsTable(schema);
  expect(docs).toContain('| `name` | text | what it is called |');
  expect(docs).toContain('| `size` | 1–5 (`2`) | how big |');
  expect(docs).toContain('`[[parts]]`');
});

test('a kind of schema that it does not know is an error, not a hole', () => {
  expect(() => toJsonSchema(v.date(), 'x')).toThrow('knows no "date"');
});
