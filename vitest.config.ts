import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Generous: the machines that run this may be busy. No test asserts a time.
const browserSuite = {
  environment: 'node',
  fileParallelism: false,
  testTimeout: 900_000,
  hookTimeout: 300_000,
} as const;

export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
            'authoring/**/*.test.{ts,tsx}',
            'tests/unit/**/*.test.ts',
          ],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      { extends: true, test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], ...browserSuite } },
      { extends: true, test: { name: 'content', include: ['tests/content/**/*.test.ts'], ...browserSuite } },
      { extends: true, test: { name: 'parity', include: ['tests/parity/**/*.test.ts'], ...browserSuite } },
      {
        extends: true,
        test: { name: 'journeys', include: ['tests/journeys/**/*.test.ts'], ...browserSuite },
      },
      { extends: true, test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], ...browserSuite } },
      { extends: true, test: { name: 'attacks', include: ['tests/attacks/**/*.test.ts'], ...browserSuite } },
      {
        extends: true,
        test: { name: 'bad-programs', include: ['tests/bad-programs/**/*.test.ts'], ...browserSuite },
      },
      {
        extends: true,
        test: { name: 'long', include: ['tests/long/**/*.test.ts'], ...browserSuite, testTimeout: 3_600_000 },
      },
    ],
  },
});
