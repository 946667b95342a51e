import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    // Runs measure time: test files do not compete for the two cores of a small machine.
    fileParallelism: false,
  },
});
