import { expect, test } from 'vitest';
import type { Measurement, Row } from '../../../scripts/bench/measure.ts';
import { roundsTable } from '../../../scripts/bench/rounds-table.ts';

const cost = (wallSeconds: number, cpuSeconds: number, peakBytes: number | null = 2e6): Measurement => ({
  wallSeconds,
  cpuSeconds,
  peakBytes,
});
const row = (name: string, ...rounds: Measurement[]): Row => ({ name, rounds });

test('the table shows medians, and ratios to the last row of the same round with their range', () => {
  expect(
    roundsTable([
      row('check', cost(2, 4, 150e6), cost(6, 4, 150e6), cost(3, 4, 152e6)),
      row('xargs', cost(1, 2, 100e6), cost(4, 2, 100e6), cost(2, 2, 100e6)),
    ]),
  ).toBe(
    `         time              ratio     CPU              ratio   memory              ratio
check   3.0 s   1.50 (1.50–2.00)   4.0 s   2.00 (2.00–2.00)   150 MB   1.50 (1.50–1.52)
xargs   2.0 s   1.00 (1.00–1.00)   2.0 s   1.00 (1.00–1.00)   100 MB   1.00 (1.00–1.00)
`,
  );
});

test('of an even number of rounds, the median is the mean of the two in the middle', () => {
  expect(roundsTable([row('check', cost(4, 1), cost(1, 1), cost(2, 1), cost(3, 1))])).toContain('2.5 s');
});

test('memory is a dash if the system does not report it', () => {
  expect(roundsTable([row('check', cost(1, 1, null))])).toMatch(/check .*1\.00 \(1\.00–1\.00\) +– +–\n$/);
});
