/** `--with-each 'tries/*.py'`: the files and folders a pattern means. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * `*` and `?` stand for parts of one name, `**` for folders of any depth; hidden names are left out unless the pattern
 * has their dot. Links are not followed.
 * @returns paths in the order of their names; empty when nothing fits
 */
export async function expandPattern(pattern: string): Promise<readonly string[]> {
  const parts = pattern.split(/[\\/]+/);
  const isAbsolute = path.isAbsolute(pattern);
  const start = isAbsolute ? path.parse(pattern).root : '';
  const found = await expand(start, isAbsolute ? parts.slice(1) : parts);
  return [...new Set(found)].sort();
}

async function expand(from: string, parts: readonly string[]): Promise<readonly string[]> {
  const [part, ...rest] = parts;
  if (part === undefined || part === '') return part === '' ? expand(from, rest) : [from];
  if (part === '.' || part === '..') return expand(path.join(from, part), rest);

  const items = await list(from);
  if (part === '**') {
    const folders = items.filter((item) => item.isDirectory() && !item.name.startsWith('.'));
    const deeper = await Promise.all(folders.map((item) => expand(path.join(from, item.name), parts)));
    return [...(await expand(from, rest)), ...deeper.flat()];
  }
  const fits = toExpression(part);
  const matching = items.filter(
    (item) => fits.test(item.name) && (part.startsWith('.') || !item.name.startsWith('.')),
  );
  const deeper = await Promise.all(
    matching.map((item) => {
      const file = path.join(from, item.name);
      if (rest.length === 0) return item.isFile() || item.isDirectory() ? [file] : [];
      return item.isDirectory() ? expand(file, rest) : [];
    }),
  );
  return deeper.flat();
}

async function list(folder: string) {
  try {
    return await readdir(folder === '' ? '.' : folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function toExpression(part: string): RegExp {
  const escaped = part.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
}
