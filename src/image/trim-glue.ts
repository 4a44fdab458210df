// Takes out of Emscripten's script ("glue") what nothing here can reach.
//
// Pyodide links all of Emscripten's JavaScript library and names every function of C, because an extension module that
// is loaded later might ask for it: WebGL, SDL, sockets of Node, the C++ library. Here none is ever loaded, and every
// interpreter would read and run all of it: two thirds of the script.
//
// The script is one function whose body is a flat list of statements. A statement that only declares something stays
// if anything that stays mentions its name, be it as a variable, a property or a string; all others stay in any case.
// So too much may be kept, and too little only where a name is put together while the script runs.
import { type ESTree, parseAst, Visitor } from 'vite';
import { PyodidePatchError } from './pyodide-patch-error.ts';

/** What the script works with. */
export interface GlueSurroundings {
  /** Names of the functions that the WebAssembly imports. */
  readonly imports: ReadonlySet<string>;
  /** Names that the WebAssembly exports. */
  readonly exports: ReadonlySet<string>;
  /** Scripts that use the glue's module: Pyodide's loader, and the product's own worker. */
  readonly callers: readonly string[];
}

/** What is left. */
export interface TrimmedGlue {
  readonly script: string;
  /** Names of the WebAssembly's exports that the script or a caller mentions. */
  readonly exports: ReadonlySet<string>;
}

/**
 * Trims the text of `pyodide.asm.mjs`.
 * @throws PyodidePatchError when the text is not built as described above
 */
export function trimGlue(text: string, { imports, exports, callers }: GlueSurroundings): TrimmedGlue {
  const program = parseAst(text);
  const parts = removableParts(program, imports);
  const seen = new Set(callers.flatMap((caller) => mentionsIn(parseAst(caller)).map(({ name }) => name)));
  const kept = reach(parts, mentionsIn(program), seen);
  return {
    script: without(
      text,
      parts.filter((part) => !kept.has(part)),
    ),
    exports: new Set([...exports].filter((name) => seen.has(name))),
  };
}

/** A part of the script that can be cut out: it stays when one of its names is mentioned in what stays. */
interface RemovablePart {
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
}

interface Mention {
  readonly name: string;
  readonly at: number;
}

type Statement = ESTree.FunctionBody['body'][number];
type Expression = ESTree.Expression | ESTree.Super;

const where = 'pyodide.asm.mjs';

function mentionsIn(program: ESTree.Program): Mention[] {
  const found: Mention[] = [];
  const see = (name: string, at: number) => found.push({ name, at });
  new Visitor({
    Identifier({ name, start }) {
      see(name, start);
    },
    Literal({ value, start }) {
      if (typeof value === 'string') see(value, start);
    },
    TemplateElement({ value, start }) {
      see(value.cooked ?? value.raw, start);
    },
  }).visit(program);
  return found.sort((one, other) => one.at - other.at);
}

/** The names that are mentioned are added to `seen`. */
function reach(
  parts: readonly RemovablePart[],
  mentions: readonly Mention[],
  seen: Set<string>,
): Set<RemovablePart> {
  const inside = new Map<RemovablePart, string[]>(parts.map((part) => [part, []]));
  let next = 0;
  for (const { name, at } of mentions) {
    while ((parts[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    const part = parts[next];
    if (part === undefined || at < part.start) seen.add(name);
    else inside.get(part)?.push(name);
  }
  const kept = new Set<RemovablePart>();
  for (let before = -1; before < kept.size; ) {
    before = kept.size;
    for (const part of parts) {
      if (kept.has(part) || !part.names.some((name) => seen.has(name))) continue;
      kept.add(part);
      for (const name of inside.get(part) ?? []) seen.add(name);
    }
  }
  return kept;
}

function without(text: string, parts: readonly RemovablePart[]): string {
  let left = '';
  let at = 0;
  for (const { start, end } of parts) {
    left += text.slice(at, start);
    at = end;
  }
  return left + text.slice(at);
}

/** By place; none lies within another. */
function removableParts(program: ESTree.Program, imports: ReadonlySet<string>): RemovablePart[] {
  const statements = program.body.flatMap((node) =>
    node.type === 'FunctionDeclaration' ? (node.body?.body ?? []) : [],
  );
  const lists = { assignWasmExports: 0, wasmImports: 0 };
  const parts = statements.flatMap((node): RemovablePart[] => {
    if (node.type === 'FunctionDeclaration' && node.id?.name === 'assignWasmExports') {
      lists.assignWasmExports += 1;
      return (node.body?.body ?? []).flatMap((line) => part(line, assignedNames(line)));
    }
    if (node.type !== 'VariableDeclaration') return part(node, declaredNames(node));
    const [first] = node.declarations;
    if (nameOf(first?.id) === 'wasmImports' && first?.init?.type === 'ObjectExpression') {
      lists.wasmImports += 1;
      return listed(first.init.properties).filter(({ names }) => !names.some((name) => imports.has(name)));
    }
    return node.declarations.length > 1 ? listed(node.declarations) : part(node, declaredNames(node));
  });
  for (const [name, count] of Object.entries(lists)) {
    if (count !== 1) throw new PyodidePatchError(`one list named ${name}`, where);
  }
  return parts;
}

function part({ start, end }: ESTree.Span, names: readonly string[] | null): RemovablePart[] {
  return names === null ? [] : [{ names, start, end }];
}

/** Members of a list with commas. The last one stays, for a list of variables must not end with a comma. */
function listed(
  members: readonly (ESTree.VariableDeclarator | ESTree.ObjectPropertyKind)[],
): RemovablePart[] {
  return members.slice(0, -1).flatMap((member, index) => {
    const end = members[index + 1]?.start ?? member.end;
    return part({ start: member.start, end }, memberNames(member));
  });
}

function memberNames(member: ESTree.VariableDeclarator | ESTree.ObjectPropertyKind): string[] | null {
  if (member.type === 'SpreadElement') return null;
  const isVariable = member.type === 'VariableDeclarator';
  if (isVariable && member.init !== null) return null;
  const name = nameOf(isVariable ? member.id : member.key);
  return name === null ? null : [name];
}

/** What a statement only declares; null when it does more than that. */
function declaredNames(node: Statement): string[] | null {
  if (node.type === 'FunctionDeclaration') return node.id === null ? null : [node.id.name];
  if (node.type === 'ClassDeclaration')
    return node.id === null || node.superClass !== null ? null : [node.id.name];
  if (node.type === 'VariableDeclaration') {
    const [only] = node.declarations;
    const name = nameOf(only?.id);
    return name === null || !isInert(only?.init ?? null) ? null : [name];
  }
  if (node.type !== 'ExpressionStatement' || node.expression.type !== 'AssignmentExpression') return null;
  const { left, right } = node.expression;
  if (left.type !== 'MemberExpression' || !isInert(right)) return null;
  const owner = nameOf(left.object);
  const property = nameOf(left.property);
  // `_fn.sig = "vi"` goes with the function, `Module["FS"] = FS` when nobody asks the module for it.
  if (property === 'sig') return owner === null ? null : [owner];
  return owner === 'Module' && property !== null ? [property] : null;
}

/** `_fn = Module["_fn"] = wasmExports["fn"]`, and the same with `.value >>> 0` for what is no function. */
function assignedNames(line: Statement): string[] | null {
  if (line.type !== 'ExpressionStatement') return null;
  const names: string[] = [];
  let value: Expression = line.expression;
  while (value.type === 'AssignmentExpression') {
    const { left } = value;
    const name = nameOf(left.type === 'MemberExpression' ? left.property : left);
    if (name === null) return null;
    names.push(name);
    value = value.right;
  }
  return names.length === 0 ? null : names;
}

function nameOf(node: ESTree.Node | null | undefined): string | null {
  if (node?.type === 'Identifier') return node.name;
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}

/** Whether it does nothing while it is evaluated, as far as this text goes. */
function isInert(node: ESTree.Node | null): boolean {
  if (node === null) return true;
  if (node.type === 'MemberExpression') return node.object.type === 'Identifier';
  return inertTypes.has(node.type);
}

const inertTypes: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'ArrowFunctionExpression',
  'FunctionExpression',
  'Identifier',
  'Literal',
  'ObjectExpression',
  'UnaryExpression',
]);
