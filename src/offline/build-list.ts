/** The list of a build's files with their hashes, and what it says about which of them belong together. */

export interface BuildList {
  readonly schema: 1;
  /** Path from the site's root → hash of the content, as `hashContent` writes it. */
  readonly files: Readonly<Record<string, string>>;
}

/** @throws Error when the text is no list of this schema */
export function parseBuildList(text: string): BuildList {
  const value: unknown = JSON.parse(text);
  const isList =
    typeof value === 'object' &&
    value !== null &&
    'schema' in value &&
    value.schema === 1 &&
    'files' in value &&
    typeof value.files === 'object' &&
    value.files !== null &&
    Object.values(value.files).every((hash) => typeof hash === 'string');
  if (!isList) throw new Error('This is not the list of a build.');
  return value as BuildList;
}

/** Where the list of a build lies. It is content: whatever changes a page changes the list. */
export function buildListPath(id: string): string {
  return `content/build.${id}.json`;
}

/** Files of the site that no page asks for: they are not listed. */
export function isListed(path: string): boolean {
  const isTool = /^(service-worker\.js|shell\.html|interpreter\/manifest\.json)$/.test(path);
  return !isTool && !/(^|\/)\.|\.br$/.test(path) && !path.startsWith('content/build.');
}

/**
 * What has to be there before any page is shown from this device: the app, the catalogue, the pages that are always
 * linked. The rest is kept when it is used.
 */
export function isCore(path: string): boolean {
  if (path.startsWith('content/')) return /^content\/(catalog|_guide)\./.test(path);
  return !/^(c|interpreter|licences)\/|^404\.html$/.test(path) && !isOfEditor(path);
}

/** The large editor, which touch screens never load. A name that is missing here only makes the core larger. */
function isOfEditor(path: string): boolean {
  return /^assets\/(monaco-setup|Monaco|editor\.worker|codicon|python-)/.test(path);
}

/**
 * What using one file makes necessary: all of the editor, or a page together with its data. Includes the file itself;
 * data comes before the page that reads it.
 */
export function findCompanions(list: BuildList, path: string): readonly string[] {
  const paths = Object.keys(list.files);
  if (isOfEditor(path)) return paths.filter(isOfEditor);
  const slug = /^c\/([^/]+)\/index\.html$/.exec(path)?.[1];
  if (slug === undefined) return [path];
  return [...paths.filter((name) => roleOf(name) === `content/${slug}`), path];
}

/** What a file is for, the same in every build: its path without the hash in its name. */
export function roleOf(path: string): string {
  if (isOfEditor(path)) return 'editor';
  const content = /^content\/(.+)\.[0-9a-f]{10}\.json$/.exec(path);
  if (content !== null) return `content/${content[1]}`;
  const image = /^interpreter\/(.+)[-.][0-9a-f]{12,16}\.(?:bin|json)$/.exec(path);
  return image === null ? path : `interpreter/${image[1]}`;
}

/** Names with a hash of the content in them: the same name is the same file in every build. */
export function isImmutable(path: string): boolean {
  return /^(assets|content|interpreter)\//.test(path);
}

/** The page's file for an address below the root: '' and 'c/slug/' are folders. */
export function toFilePath(address: string): string {
  return address === '' || address.endsWith('/') ? `${address}index.html` : address;
}
