import { expect, test } from 'vitest';
import { killBuild } from '../../fixtures/kills.ts';
import { copySite } from '../../fixtures/site-copy.ts';

test(
  'dist/ is a whole site wherever build is killed, and the next build works without cleaning',
  { timeout: 300_000 },
  async () => {
    const site = await copySite('tests/fixtures/site');
    try {
      const { fell, faults } = await killBuild(4, site, performance.now() + 15_000);
      console.info(`Kills of build: ${JSON.stringify(fell)}`);
      expect(faults).toEqual([]);
      expect(fell.before + fell.between + fell.after).toBeGreaterThan(0);
    } finally {
      await site.remove();
    }
  },
);
