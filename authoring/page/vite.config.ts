import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The author's page is built beside the site, never into it: `npm start` alone serves it, at author/. */
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react()],
  build: { target: 'es2023', outDir: here('../../.cache/author'), emptyOutDir: true, assetsInlineLimit: 0 },
  worker: { format: 'es' },
});
