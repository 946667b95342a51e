import { expect, test } from 'vitest';
import { type Contender, measure } from '../../../scripts/bench/measure.ts';
import { interpreter } from '../../fixtures/programs.ts';

const { path: python } = await interpreter();
const program = (command: string, words: readonly string[], exits: readonly number[] = [0]): Contender => ({
  name: 'program',
  command,
  words,
  options: {},
  exits,
});

test('the time, CPU time and memory of a command are told', async () => {
  const { wallSeconds, cpuSeconds, peakBytes } = await measure(
    program(process.execPath, [
      '-e',
      'const all = Buffer.alloc(200e6, 1); const end = Date.now() + 500; while (Date.now() < end) all[0] += 1;',
    ]),
    python,
  );
  expect(wallSeconds).toBeGreaterThan(0.5);
  expect(cpuSeconds).toBeGreaterThan(0.1);
  expect(peakBytes).toBeGreaterThanOrEqual(200e6);
});

test.runIf(process.platform === 'linux')(
  'the CPU time of what a command does not wait for counts',
  async () => {
    const { cpuSeconds } = await measure(
      program('sh', ['-c', `"${python}" -c 'sum(range(30_000_000))' &`]),
      python,
    );
    expect(cpuSeconds).toBeGreaterThan(0.1);
  },
);

test('a command that fails is not measured: its output says why', async () => {
  await expect(
    measure(program('sh', ['-c', 'echo no such thing >&2; exit 3']), python),
  ).rejects.toMatchObject({
    problems: [{ title: 'It ended with 3 instead of 0.', detail: 'no such thing' }],
  });
  expect((await measure(program('sh', ['-c', 'exit 3'], [0, 3]), python)).wallSeconds).toBeGreaterThan(0);
});

test.runIf(process.platform === 'linux')(
  'the memory of all processes counts together, and what two of them share counts once',
  async () => {
    const peak = async (work: string): Promise<number> =>
      (
        await measure(
          {
            ...program(python, [
              '-c',
              `import os, subprocess, sys, time; kept = bytearray(b"x") * 100_000_000; ${work}`,
            ]),
            watched: true,
          },
          python,
        )
      ).treeBytes ?? 0;
    // A copy of the process has the same bytes, one that it starts has others.
    const copied = await peak('os.fork() and os.wait() or time.sleep(1)');
    const started = await peak(
      `subprocess.run([sys.executable, "-c", "import time; kept = bytearray(b'y') * 100_000_000; time.sleep(1)"])`,
    );
    expect([copied > 100e6, copied < 160e6, started > 200e6]).toEqual([true, true, true]);
  },
);
