/** Paths as challenge.toml writes them: relative, with "/", inside the folder on every system. */

/** False for absolute paths, drive letters, backslashes, "..", empty parts and control characters. */
export function isInsideFolder(path: string): boolean {
  if (path === '' || path.includes('\\') || /^[A-Za-z]:/.test(path)) return false;
  if ([...path].some((character) => character < ' ' || character === '\u007f')) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** The same for paths that a file system may take for one file: other case, other form of the same letters. */
export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
