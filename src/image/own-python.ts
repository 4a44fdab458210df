// Gathers the product's own Python packages for the image.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

// The tests, and what the author's tool lays out by itself, are no part of what learners download.
const SKIPPED = new Set(['tests', 'authoring', '__pycache__', '.pytest_cache', '.ruff_cache']);

/**
 * Reads every package folder of `python/` but its tests.
 * @param folder absolute path of `python/`
 * @returns path inside the pack (`judge/plugin.py`) → content, sorted by path
 */
export async function readOwnPython(folder: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await sortedEntries(folder)) {
    if (entry.isDirectory() && !isSkipped(entry.name)) await readTree(folder, entry.name, files);
  }
  return files;
}

async function readTree(folder: string, inside: string, files: Map<string, Uint8Array>): Promise<void> {
  for (const entry of await sortedEntries(path.join(folder, inside))) {
    const name = `${inside}/${entry.name}`;
    if (isSkipped(entry.name)) continue;
    if (entry.isDirectory()) await readTree(folder, name, files);
    else if (!entry.name.endsWith('.pyc')) files.set(name, await readFile(path.join(folder, name)));
  }
}

async function sortedEntries(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isSkipped(name: string): boolean {
  return SKIPPED.has(name) || name.startsWith('.');
}
