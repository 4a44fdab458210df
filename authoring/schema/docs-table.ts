/** The tables of keys in docs/authoring.md, made from the schema. */
import type { JsonSchema } from './json-schema.ts';

/** Markdown: the keys that have to be there, those that may be left out, and the two tables inside. */
export function renderDocsTable(schema: JsonSchema): string {
  const keys = Object.entries(schema.properties ?? {});
  const isRequired = (key: string) => schema.required?.includes(key) ?? false;
  const isTable = (part: JsonSchema) => part.properties !== undefined || part.items?.properties !== undefined;
  const plain = keys.filter(([, part]) => !isTable(part));
  const sections = [
    'Every challenge has these:',
    renderTable(plain.filter(([key]) => isRequired(key))),
    'These may be left out:',
    renderTable(plain.filter(([key]) => !isRequired(key))),
  ];
  for (const [key, part] of keys.filter(([, table]) => isTable(table))) {
    const name = part.items === undefined ? `[${key}]` : `[[${key}]]`;
    const table = part.items ?? part;
    sections.push(
      `\`${name}\`: ${part.description ?? ''}`,
      renderTable(Object.entries(table.properties ?? {}), table),
    );
  }
  return sections.join('\n\n');
}

function renderTable(keys: readonly (readonly [string, JsonSchema])[], table?: JsonSchema): string {
  const rows = keys.map(([key, part]) => {
    const isOptional = table !== undefined && !table.required?.includes(key);
    const without = isOptional || part.default !== undefined ? ` (${formatDefault(part.default)})` : '';
    return `| \`${key}\` | ${describeType(part)}${without} | ${part.description ?? ''} |`;
  });
  return ['| key | value | meaning |', '|---|---|---|', ...rows].join('\n');
}

function formatDefault(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return 'none';
  return `\`${JSON.stringify(value)}\``;
}

function describeType(part: JsonSchema): string {
  if (part.const !== undefined) return `\`${JSON.stringify(part.const)}\``;
  if (part.enum !== undefined) return describeChoices(part.enum);
  switch (part.type) {
    case 'array':
      return part.items?.enum === undefined ? 'list' : `list of ${describeChoices(part.items.enum)}`;
    case 'integer':
      return `${part.minimum}–${part.maximum}`;
    case 'boolean':
      return 'true or false';
    case 'object':
      return 'table';
    default:
      return 'text';
  }
}

function describeChoices(choices: readonly unknown[]): string {
  if (choices.every((choice) => typeof choice === 'number')) return `${choices[0]}–${choices.at(-1)}`;
  return choices.map((choice) => `\`${JSON.stringify(choice)}\``).join(', ');
}
