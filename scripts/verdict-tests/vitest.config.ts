import { defineConfig } from 'vitest/config';

/** One test for each verdict of a ledger, which `npm run verdict-tests` provides. */
export default defineConfig({
  test: {
    include: ['scripts/verdict-tests/verdicts.ts'],
    // Results of other test runs do not matter here.
    cache: false,
  },
});
