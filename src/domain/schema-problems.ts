/** Turns what a schema found in a table of TOML into sentences for the author. */
import type * as v from 'valibot';
import { findClosest, suggest } from './closest-word.ts';

export interface SchemaProblem {
  /** Keys from the top, e.g. `['mutants', 2, 'why']`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const shownCharacters = 60;

/** @param schema the one that found the issues: it knows the keys that could have been meant */
export function explainIssues(
  schema: v.GenericSchema,
  issues: readonly v.BaseIssue<unknown>[],
): readonly SchemaProblem[] {
  return issues.map((issue) => {
    const path = (issue.path ?? []).map((item) => item.key as string | number);
    return { path, message: explain(schema, issue, path) };
  });
}

function explain(
  schema: v.GenericSchema,
  issue: v.BaseIssue<unknown>,
  path: readonly (string | number)[],
): string {
  const name = nameOf(path);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `The key "${name}" is not known.${explainUnknownKey(schema, path)}`;
  }
  if (issue.received === 'undefined') return `The key "${name}" is missing. Add it.`;
  if (issue.type === 'min_length') return `"${name}" ${issue.message}.`;
  return `"${name}" ${issue.message}, but it is ${describeValue(issue)}.${suggestWord(schema, issue, path)}`;
}

/** `mutants[3].why`: list items are counted from 1, as people do. */
function nameOf(path: readonly (string | number)[]): string {
  return path
    .map((key, at) => (typeof key === 'number' ? `[${key + 1}]` : `${at === 0 ? '' : '.'}${key}`))
    .join('');
}

function explainUnknownKey(schema: v.GenericSchema, path: readonly (string | number)[]): string {
  const key = String(path.at(-1) ?? '');
  const siblings = keysAt(schema, path.slice(0, -1));
  const closest = findClosest(key, siblings);
  if (closest !== null) return ` Did you mean "${closest}"?`;

  const tables = keysAt(schema, []).filter((table) => keysAt(schema, [table]).includes(key));
  if (path.length > 1 && keysAt(schema, []).includes(key)) {
    return ' It belongs above the first line in [brackets], since all that follows such a line is part of that table.';
  }
  if (tables.length > 0) return ` It belongs below the line [${tables[0]}].`;
  return ' Remove it or correct its spelling.';
}

interface SchemaNode {
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly item?: unknown;
  readonly options?: readonly unknown[];
  readonly wrapped?: unknown;
}

/** The keys of the table that lies at a path of the schema; none when there is no table. */
function keysAt(schema: v.GenericSchema, path: readonly (string | number)[]): readonly string[] {
  return Object.keys(nodeAt(schema, path).entries ?? {});
}

function nodeAt(schema: v.GenericSchema, path: readonly (string | number)[]): SchemaNode {
  let node = unwrap(schema);
  for (const key of path) node = unwrap(typeof key === 'number' ? node.item : node.entries?.[key]);
  return node;
}

function unwrap(node: unknown): SchemaNode {
  const schema = (node ?? {}) as SchemaNode;
  return schema.wrapped === undefined ? schema : unwrap(schema.wrapped);
}

function describeValue(issue: v.BaseIssue<unknown>): string {
  const { input, received } = issue;
  if (issue.kind === 'validation') return shorten(received ?? JSON.stringify(input));
  if (Array.isArray(input)) return 'a list';
  if (input instanceof Date) return 'a date';
  if (typeof input === 'object' && input !== null) return 'a table';
  return shorten(received);
}

function shorten(text: string): string {
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}

function suggestWord(
  schema: v.GenericSchema,
  issue: v.BaseIssue<unknown>,
  path: readonly (string | number)[],
) {
  if (typeof issue.input !== 'string') return '';
  const words = (nodeAt(schema, path).options ?? []).filter((option) => typeof option === 'string');
  return suggest(issue.input, words);
}
