import { defineConfig } from 'vitest/config';

/** One test for each verdict of a ledger: `npm run examples` provides it. */
export default defineConfig({
  test: {
    include: ['tests/examples/verdicts.ts'],
    // The reports of another test run are no files of this one.
    cache: false,
  },
});
