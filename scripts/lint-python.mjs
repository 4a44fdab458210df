// Lints and checks the format of the Python side with ruff's WebAssembly build, configured by pyproject.toml.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { parse } from 'smol-toml';

const fix = process.argv.includes('--write');
const roots = ['python', 'challenges', 'authoring/new/templates'];
const { ruff } = parse(readFileSync('pyproject.toml', 'utf8')).tool;
const workspaces = {
  python: new Workspace(ruff, PositionEncoding.Utf16),
  // Starters and mutants are wrong on purpose; that they parse is all that can be asked of them.
  challenges: new Workspace({ ...ruff, lint: { select: ['E9', 'F63', 'F7'] } }, PositionEncoding.Utf16),
};
const problems = [];
let count = 0;

for (const root of roots) {
  for (const file of listPython(root)) {
    const text = readFileSync(file, 'utf8');
    count += 1;
    for (const { code, message, start_location: at } of (workspaces[root] ?? workspaces.challenges).check(
      text,
    )) {
      problems.push(`${file}:${at.row}:${at.column}: ${code ?? 'syntax'} ${message}`);
    }
    if (root === 'python') checkFormat(root, file, text);
  }
}
process.stdout.write(problems.map((line) => `${line}\n`).join(''));
process.stdout.write(`${count} Python files, ${problems.length} problems\n`);
process.exit(problems.length === 0 ? 0 : 1);

function checkFormat(root, file, text) {
  let formatted;
  try {
    formatted = workspaces[root].format(text);
  } catch {
    return; // the syntax error is among the problems already
  }
  if (formatted === text) return;
  if (fix) writeFileSync(file, formatted);
  else problems.push(`${file}:1:1: format: run node scripts/lint-python.mjs --write`);
}

function listPython(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile() && item.name.endsWith('.py') && !item.parentPath.includes('golden'))
    .map((item) => path.join(item.parentPath, item.name))
    .sort();
}
