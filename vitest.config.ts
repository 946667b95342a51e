import { defineConfig } from 'vitest/config';

/** Test files that run Python or measure time: others would disturb them. */
const ALONE = ['tests/integration/{runner,bench}/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: ALONE, fileParallelism: false, sequence: { groupOrder: 1 } },
      },
      // Two files at a time keep two cores busy; more only slow each other down.
      {
        extends: true,
        test: {
          name: 'side by side',
          include: ['tests/{integration,browser}/**/*.test.ts'],
          exclude: ALONE,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
