import { expect, test } from 'vitest';
import type { Measurement } from '../../../scripts/bench/measure.ts';
import { growth, median, type Row, table, versus } from '../../../scripts/bench/table.ts';

const cost = (wallSeconds: number, cpuSeconds: number, peakBytes = 2e6): Measurement => ({
  wallSeconds,
  cpuSeconds,
  peakBytes,
});
const row = (name: string, ...rounds: Measurement[]): Row => ({ name, rounds });

test('the median is the middle, or between the two in the middle', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([7])]).toEqual([2, 2.5, 7]);
});

test('ratios are of the same round, and no times are told: they are those of this machine at this moment', () => {
  expect(
    table([
      row('check', cost(2, 4, 150e6), cost(6, 4, 150e6), cost(3, 4, 152e6)),
      row('floor', cost(1, 2), cost(4, 2), cost(2, 2)),
    ]),
  ).toBe(
    `             time, ratio         CPU, ratio   memory
check   1.50 (1.50–2.00)   2.00 (2.00–2.00)   150 MB
floor   1.00 (1.00–1.00)   1.00 (1.00–1.00)     2 MB
`,
  );
});

test('two contenders are compared in words, where both are there', () => {
  const rows = [row('sandboxed', cost(3, 3)), row('unsandboxed', cost(2, 2))];
  expect(versus(rows, 'sandboxed', 'unsandboxed')).toBe(
    'sandboxed / unsandboxed: time 1.50 (1.50–1.50), CPU 1.50 (1.50–1.50)',
  );
  expect(versus(rows, 'sandboxed', 'cached')).toBeUndefined();
  expect(growth(cost(1, 1, 100e6), cost(2, 2, 110e6), 300)).toBe(
    'memory of 600 examples / 300: 1.10 (110 MB / 100 MB)',
  );
});
