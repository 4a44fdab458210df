import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentPlugin } from './src/content/build/vite-plugin.ts';

// Cross-origin isolation in dev, as the built site's own server gives it: shared memory needs these.
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export default defineConfig({
  base: './',
  plugins: [react(), contentPlugin({ challengesRoot: 'challenges', imageRoot: '.cache/image' })],
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
