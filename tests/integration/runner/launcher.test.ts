import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { childrenOf, isAlive, readStat } from '../../../src/runner/process/process-group.ts';
import { type Ended, start } from '../../../src/runner/execution/spawn.ts';
import { Launcher } from '../../../src/runner/execution/launcher/launcher.ts';
import type { Program } from '../../../src/runner/execution/launcher/protocol.ts';
import { interpreter } from '../../fixtures/programs.ts';

const PROGRAMS = join(import.meta.dirname, '..', '..', 'fixtures', 'programs');

async function started(program: Partial<Program> & Pick<Program, 'words'>): ReturnType<typeof start> {
  const { path } = await interpreter();
  return start(
    { command: path, cwd: '/', env: { LC_ALL: 'C.UTF-8' }, inputs: [], maxBytes: 1_000_000, ...program },
    path,
  );
}

const ended = async (program: Partial<Program> & Pick<Program, 'words'>): Promise<Ended> =>
  (await started(program)).ended;
const code = (text: string): { words: string[] } => ({ words: ['-I', '-S', '-c', text] });

/** What Node's own `spawn` gives such a program. */
async function spawned({ command, words, cwd, env, stdin, inputs }: Program): Promise<string> {
  const child = spawn(command, words, {
    cwd,
    env,
    detached: true,
    stdio: [
      stdin === undefined ? 'ignore' : 'pipe',
      'pipe',
      'pipe',
      'pipe',
      ...inputs.map(() => 'pipe' as const),
    ],
  });
  child.stdin?.end(stdin);
  inputs.forEach((bytes, index) => (child.stdio[4 + index] as NodeJS.WritableStream).end(bytes));
  let out = '';
  child.stdout?.on('data', chunk => (out += chunk));
  await new Promise(resolve => child.once('close', resolve));
  return out;
}

test.runIf(process.platform === 'linux').each([undefined, 'two\nlines'])(
  'a program gets just what Node’s own spawn gives; on its input %s',
  async stdin => {
    const program: Program = {
      command: (await interpreter()).path,
      words: ['-I', '-X', 'utf8', join(PROGRAMS, 'says_what_it_got.py')],
      cwd: PROGRAMS,
      env: { NAME: 'a=b\nc', EMPTY: '', LC_ALL: 'C.UTF-8' },
      stdin,
      inputs: [],
    };
    const {
      outputs: [out, err],
    } = await ended(program);
    expect(String(err)).toBe('');
    const got = JSON.parse(String(out));
    expect(got).toEqual(JSON.parse(await spawned(program)));
    expect(got.stdin).toBe(stdin ?? '');
  },
);

test.runIf(process.platform === 'linux')(
  'files are handed over, as many and as large as they are',
  async () => {
    const inputs = [
      'a'.repeat(300_000),
      '',
      ...Array.from({ length: 60 }, (_, index) => `file ${index}`),
    ].map(text => Buffer.from(text));
    const numbers = inputs.map((_, index) => String(4 + index));
    const {
      outputs: [out, err],
    } = await ended({ words: ['-I', join(PROGRAMS, 'says_what_it_got.py'), ...numbers], inputs });
    expect(String(err)).toBe('');
    expect(JSON.parse(String(out)).given).toEqual(inputs.map(String));
  },
);

describe('what becomes of a program is told', () => {
  test('with what it wrote on each descriptor, and how it ended', async () => {
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

  test('of many at the same time, each its own', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) => ended(code(`print("x" * 100_000, ${index})`))),
    );
    expect(all.map(({ outputs: [out] }) => String(out).slice(100_000).trim())).toEqual(
      Array.from({ length: 20 }, (_, index) => String(index)),
    );
  });

  test('also where it reads nothing of a long input, and closes its outputs long before its end', async () => {
    expect(await ended({ ...code('pass'), stdin: 'x'.repeat(3_000_000) })).toMatchObject({ exitCode: 0 });
    expect(
      await ended({ ...code('import sys\nprint(len(sys.stdin.read()))'), stdin: 'x'.repeat(3_000_000) }),
    ).toMatchObject({ outputs: [Buffer.from('3000000\n'), Buffer.from(''), Buffer.from('')] });
    const { durationMs } = await ended(
      code('import os, time\nfor fd in 1, 2, 3: os.close(fd)\ntime.sleep(0.2)'),
    );
    expect(durationMs).toBeGreaterThanOrEqual(200);
  });

  test('where somebody holds its outputs open, once they are released: with all that was written until then', async () => {
    const program = await started(
      code(
        'import os, time\nif os.fork() == 0:\n    os.setsid()\n    os.write(1, b"y" * 100_000)\n    time.sleep(60)\nos.wait3(os.WNOHANG)\ntime.sleep(0.1)\nprint(os.getpid())',
      ),
    );
    await program.exited;
    program.release();
    const {
      outputs: [out],
    } = await program.ended;
    expect(String(out).replace(/^y+/, '').trim()).toBe(String(program.pid));
    expect(out.length).toBeGreaterThan(100_000);
  });
});

test('what cannot be started is an error that says so', async () => {
  await expect(started({ command: '/nowhere/python', words: [] })).rejects.toThrow(
    'spawn /nowhere/python ENOENT',
  );
  await expect(started({ ...code('pass'), cwd: '/nowhere' })).rejects.toThrow('ENOENT');
  expect(await ended(code('pass'))).toMatchObject({ exitCode: 0 });
});

test('a launcher that cannot be started is an error for whoever asks it for something', async () => {
  const launcher = new Launcher('/nowhere/python');
  const failed = new Promise((resolve, reject) =>
    launcher.launch(
      { command: '/bin/true', words: [], cwd: '/', env: {}, inputs: [] },
      {
        onStart: resolve,
        onOutput: resolve,
        onExit: resolve,
        onClose: () => resolve(undefined),
        onFailure: reject,
      },
    ),
  );
  await expect(failed).rejects.toThrow('spawn /nowhere/python ENOENT');
  expect(launcher.isGone).toBe(true);
});

test.runIf(process.platform === 'linux')(
  'when the launcher is killed, its programs have failed, and the next has another one',
  async () => {
    const program = await started(code('import time\ntime.sleep(60)'));
    const launcher = readStat(`/proc/${program.pid}/stat`)?.parent as number;
    expect(childrenOf(process.pid)).toContain(launcher);
    process.kill(launcher, 'SIGKILL');
    await expect(program.ended).rejects.toThrow('The launcher of runs was ended by SIGKILL');
    process.kill(-program.pid, 'SIGKILL');
    expect(await ended(code('pass'))).toMatchObject({ exitCode: 0 });
  },
);

test.runIf(process.platform === 'linux')(
  'when the runner is killed, nothing that it started is left',
  async () => {
    const script = `import { start } from ${JSON.stringify(join(import.meta.dirname, '../../../src/runner/execution/spawn.ts'))};
    const { pid } = await start({ command: process.argv[1], words: ['-c', 'import time; time.sleep(60)'], cwd: '/', env: {}, inputs: [], maxBytes: 1000 }, process.argv[1]);
    console.log(pid);`;
    const runner = spawn(
      process.execPath,
      ['--input-type=module', '-e', script, (await interpreter()).path],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const pid = Number(await new Promise(resolve => runner.stdout.once('data', resolve)));
    expect(isAlive(pid)).toBe(true);
    runner.kill('SIGKILL');
    for (const until = performance.now() + 5_000; isAlive(pid) && performance.now() < until;) await sleep(20);
    expect(isAlive(pid)).toBe(false);
  },
);
