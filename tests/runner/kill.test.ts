import { expect, test } from 'vitest';
import { interpreter } from '../fixtures/programs.ts';
import { killRecord } from '../fixtures/kills.ts';

test('a recording is the old one or the new one wherever record is killed, and nothing is left for ever', async () => {
  const { fell, faults } = await killRecord(20, (await interpreter()).path);
  console.info(`Kills of record: ${JSON.stringify(fell)}`);
  expect(faults).toEqual([]);
  expect(fell.before + fell.between + fell.after).toBeGreaterThan(10);
  expect(fell.between).toBeGreaterThan(0);
});
