// Bundles a TypeScript entry into one classic script (an IIFE), for places that have no module loader.
import { access } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';

/**
 * Bundles and minifies; names that the entry only declares are left as free names.
 * @param root absolute folder of the project
 * @param entry the TypeScript file, relative to root
 */
export async function bundleScript(root: string, entry: string): Promise<string> {
  const file = path.resolve(root, entry);
  await access(file).catch(() => {
    throw new Error(`${entry} does not exist, and the interpreter image cannot be built without it.`);
  });
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry: file, formats: ['iife'], name: 'bundled', fileName: 'bundled' },
    },
  });
  const outputs = Array.isArray(result)
    ? result.flatMap((one) => one.output)
    : 'output' in result
      ? result.output
      : [];
  const [chunk] = outputs;
  if (chunk?.type !== 'chunk' || outputs.length !== 1) {
    throw new Error(`Bundling ${entry} gave ${outputs.length} files, and exactly one script is needed.`);
  }
  return chunk.code.trim();
}

/**
 * Checks that a script survives being written between script tags in an HTML document, byte for byte, because its
 * hash stands in the content security policy.
 * @throws when it would not
 */
export function checkInlineScript(script: string, entry: string): void {
  const trouble = /<\/script|<!--|[\r\0]/i.exec(script);
  if (trouble !== null) {
    throw new Error(
      `${entry} contains ${JSON.stringify(trouble[0])}, which does not survive inside an HTML script element.`,
    );
  }
}
