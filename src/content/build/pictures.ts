/** Pictures of a challenge folder, as pages carry them: inside the text, since a page loads nothing by itself. */

/** File endings of pictures that pages show, with their media types. */
export const pictureTypes: ReadonlyMap<string, string> = new Map([
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.jpeg', 'image/jpeg'],
  ['.gif', 'image/gif'],
  ['.webp', 'image/webp'],
]);

/** @returns data URIs by path (`assets/ring.svg`); as an image, not even an SVG can run script. */
export function collectPictures(
  texts: ReadonlyMap<string, string>,
  binaries: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const pictures = new Map<string, string>();
  const add = (path: string, toBase64: () => string) => {
    const type = pictureTypes.get(path.slice(path.lastIndexOf('.')).toLowerCase());
    if (path.startsWith('assets/') && type !== undefined) {
      pictures.set(path, `data:${type};base64,${toBase64()}`);
    }
  };
  for (const [path, text] of texts) add(path, () => Buffer.from(text).toString('base64'));
  for (const [path, base64] of binaries) add(path, () => base64);
  return pictures;
}

/** What a text calls a picture, as a path from the challenge folder: hints lie one folder deeper. */
export function picturePath(source: string): string {
  let path = source.replace(/^(\.{1,2}\/)+/, '');
  try {
    path = decodeURIComponent(path);
  } catch {
    // A lone % stands for itself.
  }
  return path;
}
