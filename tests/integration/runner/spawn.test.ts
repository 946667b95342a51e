import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ProcessEnd, type SpawnOptions, spawnProcess } from '../../../src/runner/execution/spawn.ts';
import { interpreter } from '../../fixtures/programs.ts';

const PROGRAMS = join(import.meta.dirname, '..', '..', 'fixtures', 'programs');

type Given = Partial<SpawnOptions> & Pick<SpawnOptions, 'args'>;

async function started(given: Given): ReturnType<typeof spawnProcess> {
  const { path } = await interpreter();
  return spawnProcess({
    command: path,
    cwd: '/',
    env: { LC_ALL: 'C.UTF-8' },
    inputs: [],
    outputLimits: [1_000_000, 1_000_000, 1_000_000],
    ...given,
  });
}

const ended = async (given: Given): Promise<ProcessEnd> => (await started(given)).ended;
const code = (text: string): { args: string[] } => ({ args: ['-I', '-S', '-c', text] });

describe('a program gets', () => {
  test.runIf(process.platform === 'linux').each([undefined, 'two\nlines'])(
    'its folder, its variables and no others, a session of its own; on its input %s',
    async stdin => {
      const {
        outputs: [out, err],
      } = await ended({
        args: ['-I', '-X', 'utf8', join(PROGRAMS, 'says_what_it_got.py')],
        cwd: PROGRAMS,
        env: { NAME: 'a=b\nc', EMPTY: '', LC_ALL: 'C.UTF-8' },
        stdin,
      });
      expect(String(err)).toBe('');
      const got = JSON.parse(String(out));
      expect(got).toMatchObject({
        stdin: stdin ?? '',
        leads: [true, true],
        environment: { NAME: 'a=b\nc', EMPTY: '', LC_ALL: 'C.UTF-8' },
        folder: PROGRAMS,
        // Python itself ignores SIGPIPE and SIGXFSZ.
        signals: { SigBlk: '0x0', SigIgn: '0x1001000' },
      });
      expect(Object.keys(got.environment)).toHaveLength(3);
      expect([1, 2, 3].map(descriptor => got.descriptors[descriptor][1])).toEqual([true, true, true]);
    },
  );

  test.runIf(process.platform === 'linux')('files, however many and however large', async () => {
    const inputs = [
      'a'.repeat(300_000),
      '',
      ...Array.from({ length: 60 }, (_, index) => `file ${index}`),
    ].map(text => Buffer.from(text));
    const numbers = inputs.map((_, index) => String(4 + index));
    const {
      outputs: [out, err],
    } = await ended({ args: ['-I', join(PROGRAMS, 'says_what_it_got.py'), ...numbers], inputs });
    expect(String(err)).toBe('');
    expect(JSON.parse(String(out)).given).toEqual(inputs.map(String));
  });
});

describe('the end of a program has', () => {
  test('what it wrote to each descriptor, and its exit code or signal', async () => {
    const { exitCode, signal, outputs, durationMs } = await ended(
      code('import os, time\ntime.sleep(0.2)\nfor fd in 1, 2, 3: os.write(fd, b"%d" % fd)\nos._exit(7)'),
    );
    expect({ exitCode, signal, outputs: outputs.map(String) }).toEqual({
      exitCode: 7,
      signal: undefined,
      outputs: ['1', '2', '3'],
    });
    expect(durationMs).toBeGreaterThanOrEqual(200);
    const killed = await ended(code('import os\nos.kill(os.getpid(), 9)'));
    expect(killed).toMatchObject({ exitCode: undefined, signal: 'SIGKILL' });
  });

  test('its own output, also if many programs run at the same time', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) => ended(code(`print("x" * 100_000, ${index})`))),
    );
    expect(all.map(({ outputs: [out] }) => String(out).slice(100_000).trim())).toEqual(
      Array.from({ length: 20 }, (_, index) => String(index)),
    );
  });

  test('no error if the program reads no input, or closes its outputs long before it ends', async () => {
    expect(await ended({ ...code('pass'), stdin: 'x'.repeat(3_000_000) })).toMatchObject({ exitCode: 0 });
    expect(
      await ended({ ...code('import sys\nprint(len(sys.stdin.read()))'), stdin: 'x'.repeat(3_000_000) }),
    ).toMatchObject({ outputs: [Buffer.from('3000000\n'), Buffer.from(''), Buffer.from('')] });
    const { durationMs } = await ended(
      code('import os, time\nfor fd in 1, 2, 3: os.close(fd)\ntime.sleep(0.2)'),
    );
    expect(durationMs).toBeGreaterThanOrEqual(200);
  });

  test('after release, all that was written, even if another process holds the outputs open', async () => {
    const program = await started(
      code(
        'import os, time\ndone, say = os.pipe()\nif os.fork() == 0:\n    os.setsid()\n' +
          '    os.write(1, b"y" * 100_000)\n    os.write(say, b".")\n    time.sleep(60)\n' +
          'os.read(done, 1)\nprint(os.getpid())',
      ),
    );
    await program.exited;
    program.release();
    const {
      outputs: [out],
    } = await program.ended;
    expect(String(out).replace(/^y+/, '').trim()).toBe(String(program.pid));
    expect(out?.length).toBeGreaterThan(100_000);
  });
});

test('a program that writes too much is killed, and what it wrote is kept up to the limit', async () => {
  const { isTooLong, signal, outputs } = await ended({
    ...code('while True: print("x" * 1_000)'),
    outputLimits: [10_000],
  });
  expect({ isTooLong, signal, length: outputs[0]?.length }).toEqual({
    isTooLong: true,
    signal: 'SIGKILL',
    length: 10_000,
  });
});

test('a program that cannot be started is an error that names it', async () => {
  await expect(started({ command: '/nowhere/python', args: [] })).rejects.toThrow(
    'spawn /nowhere/python ENOENT',
  );
  await expect(started({ ...code('pass'), cwd: '/nowhere' })).rejects.toThrow('ENOENT');
  await expect(started(code('before\0after'))).rejects.toThrow('null bytes');
  expect(await ended(code('pass'))).toMatchObject({ exitCode: 0 });
});
