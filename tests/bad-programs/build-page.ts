/** Bundles the page of the bad programs: one script and one style sheet, in memory. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

export interface BuiltPage {
  readonly script: string;
  readonly style: string;
}

export async function buildPage(): Promise<BuiltPage> {
  // A test runner's environment would give the development form of JSX, which the production build of React lacks.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return await bundle();
  } finally {
    process.env.NODE_ENV = before;
  }
}

async function bundle(): Promise<BuiltPage> {
  const result = await build({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2023',
      cssCodeSplit: false,
      assetsInlineLimit: () => true,
      lib: {
        entry: fileURLToPath(new URL('page/main.tsx', import.meta.url)),
        formats: ['iife'],
        name: 'page',
        fileName: 'page',
      },
    },
  });
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunk = outputs.find((output) => output.type === 'chunk');
  const style = outputs.find((output) => output.type === 'asset' && output.fileName.endsWith('.css'));
  if (chunk?.type !== 'chunk') throw new Error('The page of the bad programs gave no script.');
  return { script: chunk.code, style: style?.type === 'asset' ? String(style.source) : '' };
}
