/** Our schemas as JSON Schema (draft 7), which is what editors complete keys from. */
import type * as v from 'valibot';

export interface JsonSchema {
  $schema?: string;
  title?: string;
  description?: string;
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  const?: unknown;
  enum?: readonly unknown[];
  default?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  items?: JsonSchema;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  additionalProperties?: boolean | JsonSchema;
}

/** What is used of the parts that valibot's schemas are made of. */
interface Node {
  readonly type: string;
  readonly pipe?: readonly Node[];
  readonly wrapped?: Node;
  readonly default?: unknown;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly value?: Node;
  readonly literal?: unknown;
  readonly options?: readonly unknown[];
  readonly requirement?: unknown;
  readonly description?: string;
}

/** @throws Error for a kind of schema that has no place here yet; it names the kind */
export function toJsonSchema(schema: v.GenericSchema, title: string): JsonSchema {
  const $schema = 'http://json-schema.org/draft-07/schema#';
  return { $schema, title, ...convert(schema as unknown as Node) };
}

function convert(node: Node): JsonSchema {
  if (node.pipe !== undefined) {
    const [first, ...actions] = node.pipe;
    const schema = first === undefined ? {} : convert(first);
    for (const action of actions) Object.assign(schema, convertAction(action, schema));
    return schema;
  }
  switch (node.type) {
    case 'strict_object':
      return convertTable(node.entries ?? {});
    case 'optional':
      return {
        ...convertPart(node.wrapped),
        ...(node.default === undefined ? {} : { default: node.default }),
      };
    case 'array':
      return { type: 'array', items: convertPart(node.item) };
    case 'record':
      return { type: 'object', additionalProperties: convertPart(node.value) };
    case 'string':
    case 'number':
    case 'boolean':
      return { type: node.type };
    case 'literal':
      return { const: node.literal };
    case 'picklist':
      return { enum: node.options ?? [] };
    default:
      throw new Error(
        `The JSON Schema knows no "${node.type}". Teach it in authoring/schema/json-schema.ts.`,
      );
  }
}

function convertPart(node: Node | undefined): JsonSchema {
  if (node === undefined) throw new Error('A schema lacks a part that its kind always has.');
  return convert(node);
}

function convertTable(entries: Readonly<Record<string, Node>>): JsonSchema {
  const properties = Object.entries(entries).map(([key, node]) => [key, convert(node)] as const);
  const required = Object.entries(entries).flatMap(([key, node]) => (node.type === 'optional' ? [] : [key]));
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required,
    additionalProperties: false,
  };
}

function convertAction(action: Node, schema: JsonSchema): JsonSchema {
  const { requirement } = action;
  switch (action.type) {
    case 'description':
      return { description: action.description ?? '' };
    case 'regex':
      return { pattern: (requirement as RegExp).source };
    case 'integer':
      return { type: 'integer' };
    case 'min_value':
      return { minimum: Number(requirement) };
    case 'max_value':
      return { maximum: Number(requirement) };
    case 'min_length':
      return schema.type === 'array' ? { minItems: Number(requirement) } : { minLength: Number(requirement) };
    case 'max_length':
      return { maxLength: Number(requirement) };
    // Functions have no words in JSON Schema: the check says the rest.
    case 'check':
    case 'trim':
      return {};
    default:
      throw new Error(
        `The JSON Schema knows no "${action.type}". Teach it in authoring/schema/json-schema.ts.`,
      );
  }
}
