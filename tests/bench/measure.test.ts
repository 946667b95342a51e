import { expect, test } from 'vitest';
import { type Contender, measure } from '../../src/bench/measure.ts';
import { canObserve } from '../../src/runner/process-group.ts';

const node = (script: string, exits: readonly number[] = [0]): Contender => ({ name: 'node', command: process.execPath, words: ['-e', script], options: { stdin: 'ignore' }, exits });

test('the time, CPU time and memory of a command are told', async () => {
  const { wallSeconds, cpuSeconds, peakBytes } = await measure(node('const all = Buffer.alloc(200e6, 1); const end = Date.now() + 500; while (Date.now() < end) all[0] += 1;'));
  expect(wallSeconds).toBeGreaterThan(0.5);
  expect(canObserve ? cpuSeconds : 1).toBeGreaterThan(0.1);
  expect(canObserve ? peakBytes : 200e6).toBeGreaterThanOrEqual(200e6);
});

test('a command that fails is not measured: its output says why', async () => {
  await expect(measure(node('console.error("no such thing"); process.exitCode = 3;'))).rejects.toMatchObject({ problems: [{ title: 'It ended with 3 instead of 0.', detail: 'no such thing' }] });
  expect((await measure(node('process.exitCode = 3;', [0, 3]))).wallSeconds).toBeGreaterThan(0);
});
