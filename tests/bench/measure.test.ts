import { expect, test } from 'vitest';
import { type Contender, measure } from '../../src/bench/measure.ts';
import { interpreter } from '../fixtures/programs.ts';

const { path: python } = await interpreter();
const program = (command: string, words: readonly string[], exits: readonly number[] = [0]): Contender => ({ name: 'program', command, words, options: {}, exits });

test('the time, CPU time and memory of a command are told', async () => {
  const { wallSeconds, cpuSeconds, peakBytes } = await measure(program(process.execPath, ['-e', 'const all = Buffer.alloc(200e6, 1); const end = Date.now() + 500; while (Date.now() < end) all[0] += 1;']), python);
  expect(wallSeconds).toBeGreaterThan(0.5);
  expect(cpuSeconds).toBeGreaterThan(0.1);
  expect(peakBytes).toBeGreaterThanOrEqual(200e6);
});

test.runIf(process.platform === 'linux')('the CPU time of what a command does not wait for counts', async () => {
  const { cpuSeconds } = await measure(program('sh', ['-c', `"${python}" -c 'sum(range(30_000_000))' &`]), python);
  expect(cpuSeconds).toBeGreaterThan(0.1);
});

test('a command that fails is not measured: its output says why', async () => {
  await expect(measure(program('sh', ['-c', 'echo no such thing >&2; exit 3']), python)).rejects.toMatchObject({ problems: [{ title: 'It ended with 3 instead of 0.', detail: 'no such thing' }] });
  expect((await measure(program('sh', ['-c', 'exit 3'], [0, 3]), python)).wallSeconds).toBeGreaterThan(0);
});
