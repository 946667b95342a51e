import { defineConfig } from 'vitest/config';

/** Files whose samples or measurements would suffer from others at their side. */
const ALONE = ['tests/runner/**/*.test.ts', 'tests/bench/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 300_000,
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE, fileParallelism: false, sequence: { groupOrder: 0 } } },
      // Compilers and browsers wait for one another: two files at a time keep two cores busy, more only crowd them.
      { extends: true, test: { name: 'side by side', include: ['tests/**/*.test.ts'], exclude: ALONE, maxWorkers: 2, sequence: { groupOrder: 1 } } },
    ],
  },
});
