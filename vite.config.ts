import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentPlugin } from './src/content/build/vite-plugin.ts';

// Cross-origin isolation in dev, as the built site's own server gives it: shared memory needs these.
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

// The author's tool starts this from whatever folder it is called in.
const inProject = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  base: './',
  plugins: [
    react(),
    contentPlugin({ challengesRoot: inProject('challenges'), imageRoot: inProject('.cache/image') }),
  ],
  server: { headers: isolation, host: '127.0.0.1' },
  build: {
    target: 'es2023',
    outDir: '.cache/site',
    emptyOutDir: true,
    // The editor's own chunk is this large; budgets are checked by bytes elsewhere.
    chunkSizeWarningLimit: 4500,
  },
  worker: { format: 'es' },
});
