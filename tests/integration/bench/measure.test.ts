import { expect, test } from 'vitest';
import { type Contender, measure, measureInRounds } from '../../../scripts/bench/measure.ts';
import { interpreter } from '../../fixtures/programs.ts';

const { path: python } = await interpreter();
const program = (
  command: string,
  args: readonly string[],
  exitCodes: readonly number[] = [0],
): Contender => ({ name: 'program', command, args, options: {}, exitCodes });

test('a command is measured: its time, its CPU time and its memory', async () => {
  const { wallSeconds, cpuSeconds, peakBytes } = await measure(
    program(process.execPath, [
      '-e',
      'const all = Buffer.alloc(200e6, 1); const end = Date.now() + 700; while (Date.now() < ' +
        'end) all[0] += 1;',
    ]),
    python,
  );
  expect(wallSeconds).toBeGreaterThan(0.7);
  expect(cpuSeconds).toBeGreaterThan(0.1);
  if (process.platform === 'linux') expect(peakBytes).toBeGreaterThanOrEqual(200e6);
});

test.runIf(process.platform === 'linux')(
  'CPU time of processes that outlive their command counts',
  async () => {
    const { cpuSeconds } = await measure(
      program('sh', ['-c', `"${python}" -c 'sum(range(30_000_000))' &`]),
      python,
    );
    expect(cpuSeconds).toBeGreaterThan(0.1);
  },
);

test('a command that fails is not measured: the problem shows its output', async () => {
  await expect(
    measure(program('sh', ['-c', 'echo no such thing >&2; exit 3']), python),
  ).rejects.toMatchObject({
    problems: [{ title: 'It ended with 3 instead of 0.', detail: 'no such thing' }],
  });
  expect((await measure(program('sh', ['-c', 'exit 3'], [0, 3]), python)).wallSeconds).toBeGreaterThan(0);
});

test('contenders take turns, each after its own preparation', async () => {
  const turns: string[] = [];
  const contender = (name: string): Contender => ({
    ...program('true', []),
    name,
    prepare: async () => void turns.push(name),
  });
  const rows = await measureInRounds([contender('a'), contender('b')], 2, python);
  expect(turns).toEqual(['a', 'b', 'a', 'b']);
  expect(rows.map(({ name, rounds }) => [name, rounds.length])).toEqual([
    ['a', 2],
    ['b', 2],
  ]);
});

test.runIf(process.platform === 'linux')(
  'the memory of all processes counts together, and what two of them share counts once',
  async () => {
    const peak = async (work: string): Promise<number> => {
      const source = `import os, subprocess, sys, time; kept = bytearray(b"x") * 100_000_000; ${work}`;
      return (await measure(program(python, ['-c', source]), python)).peakBytes ?? 0;
    };
    const child = `import time; kept = bytearray(b'y') * 100_000_000; time.sleep(1)`;
    // A fork has the same pages as its parent; a program that it starts has others.
    const forked = await peak('os.fork() and os.wait() or time.sleep(1)');
    const started = await peak(`subprocess.run([sys.executable, "-c", "${child}"])`);
    expect([forked > 100e6, forked < 160e6, started > 200e6]).toEqual([true, true, true]);
  },
);
