import { expect, test } from 'vitest';
import { killRecord } from '../../fixtures/kills.ts';
import { interpreter } from '../../fixtures/programs.ts';

// `npm run kill` does it 50 times; here as often as half a minute allows, be the machine quick or slow.
test(
  'a recording is the old one or the new one wherever record is killed, and nothing is left for ever',
  { timeout: 120_000 },
  async () => {
    const { fell, faults } = await killRecord(20, (await interpreter()).path, performance.now() + 30_000);
    console.info(`Kills of record: ${JSON.stringify(fell)}`);
    expect(faults).toEqual([]);
    expect(fell.before + fell.between + fell.after).toBeGreaterThan(0);
  },
);
