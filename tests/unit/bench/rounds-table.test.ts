import { expect, test } from 'vitest';
import { type Measurement, roundsTable, type Row } from '../../../scripts/bench/measure.ts';

const cost = (wallSeconds: number, cpuSeconds: number, peakBytes: number | null = 2e6): Measurement => ({
  wallSeconds,
  cpuSeconds,
  peakBytes,
});
const row = (name: string, ...rounds: Measurement[]): Row => ({ name, rounds });

test('the table shows medians, and ratios to the last row of the same round with their range', () => {
  const check = row('check', cost(2, 4, 150e6), cost(6, 4, 150e6), cost(3, 4, 152e6));
  const xargs = row('xargs', cost(1, 2, 100e6), cost(4, 2, 100e6), cost(2, 2, 100e6));
  expect(roundsTable([check, xargs])).toEqual({
    check: {
      time: '3.0 s',
      'time, ratio': '1.50 (1.50–2.00)',
      CPU: '4.0 s',
      'CPU, ratio': '2.00 (2.00–2.00)',
      memory: '150 MB',
      'memory, ratio': '1.50 (1.50–1.52)',
    },
    xargs: {
      time: '2.0 s',
      'time, ratio': '1.00 (1.00–1.00)',
      CPU: '2.0 s',
      'CPU, ratio': '1.00 (1.00–1.00)',
      memory: '100 MB',
      'memory, ratio': '1.00 (1.00–1.00)',
    },
  });
});

test('of an even number of rounds, the median is the mean of the two in the middle', () => {
  const table = roundsTable([row('check', cost(4, 1), cost(1, 1), cost(2, 1), cost(3, 1))]);
  expect(table.check?.time).toBe('2.5 s');
});

test('memory is a dash if the system does not report it', () => {
  const table = roundsTable([row('check', cost(1, 1, null))]);
  expect([table.check?.memory, table.check?.['memory, ratio']]).toEqual(['–', '–']);
});
