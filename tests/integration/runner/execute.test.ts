import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { outcome } from '../../../src/core/verdict/run-outcome.ts';
import { HAS_PROCFS } from '../../../src/runner/process/procfs.ts';
import { findSandbox } from '../../../src/runner/sandbox/sandbox.ts';
import { interpreter, printed, program, run } from '../../fixtures/programs.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
/** Unsandboxed, and sandboxed if this machine can. */
const sandboxes = [findSandbox('off'), ...[findSandbox('auto')].filter(({ kind }) => kind === 'sandboxed')];

describe('a run gives', () => {
  test('that it lacked cores if something else computes on all of them, without a measurement', async () => {
    const folder = await temporaryFolder();
    const [python, log] = [join(folder, 'python'), join(folder, 'log')];
    const { path } = await interpreter();
    writeFileSync(python, `#!/bin/sh\necho "$@" >>${log}\nexec ${path} "$@"\n`, { mode: 0o755 });
    const { underContention } = await run('computes_on_two_cores', { python, conditions: { load: true } });
    expect(underContention).toBe(true);
    expect(readFileSync(log, 'utf8')).not.toContain('parallel.py');
  });

  test('stdout and stderr apart, the exit code and the time it took', async () => {
    const result = await run('prints_to_both_streams');
    expect({ ...result, stdout: text(result.stdout), stderr: text(result.stderr) }).toMatchObject({
      stdout: 'to stdout\n',
      stderr: 'to stderr\n',
      ending: 'exited',
      exitCode: 0,
      leftBehind: [],
      underContention: false,
    });
    expect(result.signal).toBeUndefined();
    expect(result.stacks).toBeUndefined();
    expect(result.durationMs).toBeGreaterThan(0);
  });

  test('the very bytes that were printed', async () => {
    const { stdout } = await run('prints_raw_bytes');
    expect(Buffer.from(stdout)).toEqual(
      Buffer.concat([
        Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
        Buffer.from('no line feed at the end'),
      ]),
    );
    expect(printed(await run('prints_carriage_returns'))).toBe('a\r\nb\r\n');
    expect(printed(await run('prints_nul'))).toBe('before\na\0b\n');
  });

  test('an exit code that is not 0', async () => {
    expect(await run('exits_with_three')).toMatchObject({ ending: 'exited', exitCode: 3 });
  });

  test('the signal that killed it', async () => {
    const result = await run('kills_itself');
    expect(result).toMatchObject({ ending: 'signalled', signal: 'SIGSEGV', exitCode: undefined });
    expect(printed(result)).toBe('going\n');
  });

  test.runIf(HAS_PROCFS).each(sandboxes)(
    'no exit code 0 if a real-time signal killed it, $kind: Node reports one then',
    async sandbox => {
      const itself = await program('kills_itself_in_real_time');
      const result = await run('kills_itself_in_real_time', { sandbox });
      expect(result).toMatchObject({ ending: 'exited', exitCode: 128 + 34 });
      expect(outcome(itself, result).problems).toHaveLength(1);
      const group = await run('kills_its_group_in_real_time', { sandbox });
      expect(group).toMatchObject({ ending: 'signalled', exitCode: undefined });
    },
  );

  test('its own end if it handles a signal to its group', async () => {
    const result = await run('handles_a_signal_to_its_group');
    expect(result).toMatchObject({ ending: 'exited', exitCode: 0 });
    expect(printed(result)).toBe('got it\n');
  });
});

describe('a program gets', () => {
  test('the text that its contract puts on stdin', async () => {
    expect(printed(await run('echoes_stdin'))).toBe('got Ada\ngot Grace\n');
  });

  test('the end of the file if its contract puts nothing on stdin', async () => {
    expect(printed(await run('reads_stdin_without_any'))).toBe('end of file\n');
  });

  test('no harm from a stdin that it does not read', async () => {
    expect(await run('ignores_stdin')).toMatchObject({ ending: 'exited', exitCode: 0 });
  });

  test('its arguments as they are written, and is a true __main__', async () => {
    const [argv, main] = printed(await run('prints_arguments'))
      .trimEnd()
      .split('\n');
    expect(argv).toBe("['prints_arguments.py', '--name', 'Ada Lovelace', '', '*', '$HOME']");
    expect(main).toMatch(/^__main__ .*\bprints_arguments\.py$/);
  });

  test('its own environment, and nothing of the builder’s', async () => {
    vi.stubEnv('SECRET_TOKEN', 'do not tell');
    vi.stubEnv('HTTPS_PROXY', 'http://proxy.invalid');
    vi.stubEnv('PYTHONSTARTUP', '/tmp/startup.py');
    vi.stubEnv('PYTHONUNBUFFERED', '1');
    const environment = Object.fromEntries(
      printed(await run('prints_environment'))
        .trimEnd()
        .split('\n')
        .map(line => line.split(/=(.*)/s, 2) as [string, string]),
    );
    vi.unstubAllEnvs();
    expect(Object.keys(environment)).toEqual([
      'COLUMNS',
      'GREETING',
      'HOME',
      'LC_ALL',
      'LINES',
      'LOGNAME',
      'NO_COLOR',
      'PATH',
      'PYTHONDONTWRITEBYTECODE',
      'PYTHONHASHSEED',
      'PYTHONPATH',
      'PYTHON_COLORS',
      'TMPDIR',
      'TZ',
      'USER',
    ]);
    expect(environment).toMatchObject({
      GREETING: 'hello',
      TZ: 'Asia/Tokyo',
      LC_ALL: 'C.UTF-8',
      PYTHONHASHSEED: '0',
      COLUMNS: '80',
    });
    expect(environment.HOME).not.toBe(process.env.HOME);
  });

  test('a hash seed that is the same in every run, unless it is perturbed', async () => {
    const [first, second, other] = [
      await run('prints_a_set'),
      await run('prints_a_set'),
      await run('prints_a_set', { conditions: { hashSeed: 7 } }),
    ];
    expect(printed(first)).toBe(printed(second));
    expect(printed(first)).not.toBe(printed(other));
  });

  test('the conditions of its run, and sees no variable of the runner', async () => {
    expect(
      printed(
        await run('prints_switch_interval_and_cores', { conditions: { switchInterval: 0.1, cores: [0] } }),
      ),
    ).toBe('0.1 1 []\n');
    expect(printed(await run('prints_switch_interval_and_cores'))).toMatch(/^0\.005 \d+ \[\]\n$/);
  });

  test('a line buffered stdout: a line is written when it ends', async () => {
    expect(printed(await run('prints_then_dies_without_cleaning_up'))).toBe('this line was ended\n');
  });

  test('whole lines from threads that print at the same time', async () => {
    const lines = printed(await run('prints_from_threads'))
      .trimEnd()
      .split('\n');
    expect(lines.toSorted()).toEqual(
      ['a', 'b', 'c', 'd']
        .flatMap(name => Array.from({ length: 200 }, (_, number) => `${name} ${number}`))
        .toSorted(),
    );
  });
});

describe('the folder of a run', () => {
  test('holds only the example’s own files, is new in each run, and is removed afterwards', async () => {
    vi.stubEnv('TMPDIR', await temporaryFolder());
    for (let time = 0; time < 2; time += 1) {
      expect(printed(await run('describes_its_folder'))).toBe(
        "/home/verbatim/work\n['describes_its_folder.py']\n",
      );
      expect(readdirSync(tmpdir())).toEqual([]);
    }
    vi.unstubAllEnvs();
  });

  test('holds the folders and data files of an example too', async () => {
    const example = {
      ...(await program('describes_its_folder')),
      files: new Map([
        ...(await program('describes_its_folder')).files,
        ['data/words.txt', Buffer.from('a')],
      ]),
    };
    expect(printed(await run('describes_its_folder', { example })).split('\n')[1]).toBe(
      "['data', 'describes_its_folder.py']",
    );
  });

  test('is removed even if the program has taken its own permissions away', async () => {
    const folder = printed(await run('takes_its_own_permissions_away')).trimEnd();
    expect(existsSync(folder)).toBe(false);
  });

  test('is not named in a traceback', async () => {
    const { stderr } = await run('raises_in_a_function');
    expect(
      text(stderr)
        .split('\n')
        .filter(line => line.includes('File')),
    ).toEqual([
      '  File "raises_in_a_function.py", line 9, in <module>',
      '  File "raises_in_a_function.py", line 6, in divide',
    ]);
  });
});

describe('a run that does not end in time', () => {
  test('reports the stacks of all threads, with the program’s own lines', async () => {
    const result = await run('waits_forever_in_two_threads');
    expect(result.ending).toBe('timed-out');
    expect(printed(result)).toBe('waiting\n');
    expect(result.stacks?.match(/^ *(?:Current thread|Thread) 0x/gm)).toHaveLength(2);
    expect(result.stacks).toContain('File "waits_forever_in_two_threads.py", line 11 in wait_for_ever');
    expect(result.stacks).toContain('File "waits_forever_in_two_threads.py", line 17 in <module>');
    expect(outcome(await program('waits_forever_in_two_threads'), result).problems?.[0]).toMatchObject({
      line: 17,
      title: 'Still running after 1 s.',
    });
  });

  test('is reported at the line that it did not get past, not at a caller', async () => {
    const result = await run('loops_forever');
    expect(result.stacks).toMatch(/line [78] in count_on\n.*line 12 in <module>/);
    expect(outcome(await program('loops_forever'), result).problems?.[0]?.line).toBeOneOf([7, 8]);
  });

  test('is killed when it does not answer', async () => {
    const result = await run('ignores_the_question_where_it_stands');
    expect(result).toMatchObject({ ending: 'timed-out', stacks: undefined });
    expect(printed(result)).toBe('deaf\n');
  });
});

test('a run that prints without end is killed', async () => {
  const result = await run('prints_without_end');
  expect(result.ending).toBe('output-limit');
  expect(result.stdout.length).toBeLessThanOrEqual(1_000_000);
});

describe('a process that a program leaves behind', () => {
  test('does not delay the run, is reported, and is dead afterwards', async () => {
    const began = performance.now();
    const result = await run('leaves_child_holding_stdout');
    // The child would sleep for a minute, with the program's stdout in its hands.
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(result).toMatchObject({
      ending: 'exited',
      exitCode: 0,
      leftBehind: [expect.stringMatching(/python.* -c /)],
    });
    expect(isRunning(Number(printed(result)))).toBe(false);
  });

  test('does not delay the run from a session of its own, is reported, and is dead afterwards', async () => {
    const began = performance.now();
    const result = await run('leaves_child_in_its_own_session');
    const child = Number(printed(result));
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(result).toMatchObject({
      ending: 'exited',
      exitCode: 0,
      leftBehind: [expect.stringMatching(/python.* -c /)],
    });
    expect(isRunning(child)).toBe(false);
  });

  test('may end by itself soon after, and what it printed is kept', async () => {
    const result = await run('has_a_child_that_ends_soon_after');
    expect(result.leftBehind).toEqual([]);
    expect(printed(result)).toBe('early\nlate\n');
  });
});

describe('the network', () => {
  test('is refused', async () => {
    const refused = (host: string): string =>
      `network: ${host} is another machine; examples run without network\n`;
    expect(printed(await run('asks_another_machine'))).toBe(
      ['example.org', '192.0.2.1', 'example.org', 'example.org', '192.0.2.1', '192.0.2.1', '192.0.2.1']
        .map(refused)
        .join(''),
    );
  });

  test('is there if the contract asks for it', async () => {
    expect(printed(await run('may_use_the_network'))).toBe('asked\n');
  });

  test('of this machine itself is allowed', async () => {
    expect(printed(await run('talks_to_itself'))).toBe('hello from this machine\n');
  });
});

test('an exception group is an exception that a contract may expect', async () => {
  const { value } = outcome(await program('raises_a_group'), await run('raises_a_group'));
  expect(value?.err?.split('\n').slice(0, 2)).toEqual([
    '  + Exception Group Traceback (most recent call last):',
    '  |   File "raises_a_group.py", line 14, in <module>',
  ]);
});

test('onStart gets the process group of the run', async () => {
  const groups: number[] = [];
  await run('prints_nul', { onStart: group => groups.push(group) });
  expect(groups).toHaveLength(1);
  expect(groups[0]).not.toBe(process.pid);
});

test('a python that does not exist is an error, not a run', async () => {
  await expect(run('prints_nul', { python: '/nowhere/python' })).rejects.toThrow('ENOENT');
});

/** Whether a process is there, and is more than a zombie that nobody has waited for. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !HAS_PROCFS || !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}
