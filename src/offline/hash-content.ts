/** The hash by which a file is known to be the build's own. */

/** Bytes of the hash that are kept: 128 bits say enough, and a list of thousands of files stays small. */
const hashBytes = 16;

/**
 * Packs of the interpreter are hashed as they are inside: some hosts unpack gzip on the way.
 * @returns base64, 24 characters
 */
export async function hashContent(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await inflate(bytes));
  return btoa(String.fromCharCode(...new Uint8Array(digest).subarray(0, hashBytes)));
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    // Cut short or damaged: it is hashed as it is, and matches nothing.
    return bytes;
  }
}
