import { expect, test } from 'vitest';
import { killRecord } from '../../fixtures/kills.ts';
import { interpreter } from '../../fixtures/programs.ts';

test(
  'a kill of record at any moment leaves the old recording, the new one, or one that its digest refuses',
  { timeout: 120_000 },
  async () => {
    const { fell, faults } = await killRecord(12, (await interpreter()).path, performance.now() + 30_000);
    console.info(`Kills of record: ${JSON.stringify(fell)}`);
    expect(faults).toEqual([]);
    expect(fell.before + fell.between + fell.after).toBeGreaterThan(0);
  },
);
