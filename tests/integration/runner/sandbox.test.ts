import { existsSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseExample } from '../../../src/core/variant/parse-example.ts';
import type { Run } from '../../../src/core/verdict/run.ts';
import { emptyEnvironment } from '../../../src/runner/python/python-environment.ts';
import { findSandbox, describeSandbox } from '../../../src/runner/sandbox/sandbox.ts';
import { interpreter, printed, run } from '../../fixtures/programs.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

const sandbox = findSandbox('auto');

/** Runs a Python source in the sandbox. */
async function sandboxedRun(source: string): Promise<Run> {
  const { value } = parseExample(
    'sample',
    'examples/sample.py',
    new Map([['sample.py', Buffer.from(source)]]),
  );
  if (value === undefined) throw new Error('The source of a test is broken');
  return run('prints_nul', { example: value, sandbox });
}

describe('whether runs can be sandboxed', () => {
  test('is not tried if the sandbox is switched off', async () => {
    expect(findSandbox('off')).toEqual({ kind: 'unsandboxed', reason: 'the sandbox is switched off' });
  });

  test('is no if bubblewrap is missing, and an error if the sandbox is required', async () => {
    expect(describeSandbox(findSandbox('auto', ['/nowhere/bwrap']))).toBe(
      'not sandboxed: bubblewrap is not installed',
    );
    expect(() => findSandbox('required', ['/nowhere/bwrap'])).toThrow(
      expect.objectContaining({
        exitCode: 2,
        problems: [
          expect.objectContaining({ title: 'Runs cannot be sandboxed: bubblewrap is not installed.' }),
        ],
      }),
    );
  });

  test('is no if bubblewrap is forbidden, with its message', async () => {
    const fake = join(await temporaryFolder(), 'bwrap');
    await writeFile(fake, '#!/bin/sh\necho "bwrap: setting up uid map: Permission denied" >&2\nexit 1\n');
    await chmod(fake, 0o755);
    expect(describeSandbox(findSandbox('auto', [fake]))).toBe(
      'not sandboxed: bubblewrap does not work here (bwrap: setting up uid map: Permission denied)',
    );
  });
});

describe.skipIf(sandbox.kind === 'unsandboxed')('in the sandbox', () => {
  const bare = ({ stdout, stderr, ending, exitCode, signal, leftBehind }: Run): object => ({
    stdout: Buffer.from(stdout).toString('latin1'),
    stderr: Buffer.from(stderr).toString('utf8'),
    ending,
    exitCode,
    signal,
    leftBehind,
  });

  test.for([
    'asks_another_machine',
    'echoes_stdin',
    'exits_with_three',
    'has_a_child_that_ends_soon_after',
    'ignores_stdin',
    'kills_itself',
    'may_use_the_network',
    'prints_a_set',
    'prints_carriage_returns',
    'prints_nul',
    'prints_raw_bytes',
    'prints_switch_interval_and_cores',
    'prints_then_dies_without_cleaning_up',
    'prints_to_both_streams',
    'raises_a_group',
    'raises_in_a_function',
    'reads_stdin_without_any',
    'talks_to_itself',
  ])('%s gives what it gives outside', async name => {
    expect(bare(await run(name, { sandbox }))).toEqual(bare(await run(name)));
  });

  test('a program reports the stacks of its threads when its time is up', async () => {
    const { ending, stacks } = await run('waits_forever_in_two_threads', { sandbox });
    expect(ending).toBe('timed-out');
    expect(stacks).toContain('File "waits_forever_in_two_threads.py", line 17 in <module>');
  });

  test('a program also runs if the project is in /tmp, which the sandbox hides', async () => {
    const python = await emptyEnvironment(await interpreter(), { path: await temporaryFolder() });
    expect(python.startsWith(tmpdir())).toBe(true);
    expect(printed(await run('prints_to_both_streams', { python, sandbox }))).toBe('to stdout\n');
  });

  test('a program sees the same paths and host name in each project and on each machine', async () => {
    const look = `import os, socket, sys
print(sys.executable, sys.prefix, sys.path[:2], os.environ["PYTHONPATH"], os.getcwd(), socket.gethostname())
socket.create_connection(("192.0.2.1", 9))
`;
    const { value: example } = parseExample(
      'sample',
      'examples/sample.py',
      new Map([['sample.py', Buffer.from(look)]]),
    );
    const python = await emptyEnvironment(await interpreter(), { path: await temporaryFolder() });
    const [here, elsewhere] = [
      await sandboxedRun(look),
      await run('prints_nul', { example, python, sandbox }),
    ];
    expect(bare(elsewhere)).toEqual(bare(here));
    expect(printed(here)).toBe(
      `/opt/python/bin/python${(await interpreter()).version.replace(/\.\d+$/, '')} /opt/python ` +
        "['/home/verbatim/work', '/opt/verbatim'] /opt/verbatim /home/verbatim/work localhost\n",
    );
    expect(Buffer.from(here.stderr).toString()).toContain('File "/opt/verbatim/sitecustomize.py"');
  });

  test('a process that is left behind is killed and reported, even in a session of its own', async () => {
    expect(await run('leaves_child_in_its_own_session', { sandbox })).toMatchObject({
      ending: 'exited',
      exitCode: 0,
      leftBehind: [expect.stringMatching(/python.* -c /)],
    });
    expect(await run('leaves_child_holding_stdout', { sandbox })).toMatchObject({
      ending: 'exited',
      exitCode: 0,
      leftBehind: [expect.stringMatching(/python.* -c /)],
    });
  });

  test('nothing of the builder is visible: no files, no variables, no processes', async () => {
    const lines = printed(
      await sandboxedRun(`import os
home = ${JSON.stringify(process.env.HOME)}
project = ${JSON.stringify(join(process.cwd(), 'package.json'))}
print(os.path.exists(project), os.path.exists(home) and os.listdir(home))
print(sorted(os.environ))
print(len([pid for pid in os.listdir("/proc") if pid.isdigit()]))
`),
    ).split('\n');
    expect(lines[0]).toMatch(/^False (?:False|\[.*\])$/);
    expect(lines[0]).not.toContain('.npm');
    expect(lines[1]).toBe(
      "['COLUMNS', 'HOME', 'LC_ALL', 'LINES', 'LOGNAME', 'NO_COLOR', 'PATH', 'PYTHONDONTWRITEBYTECODE', " +
        "'PYTHONHASHSEED', 'PYTHONPATH', 'PYTHON_COLORS', 'TMPDIR', 'TZ', 'USER']",
    );
    expect(lines[2]).toBe('3');
  });

  test('of /etc there is what a program needs, and certificates only with the network', async () => {
    const look = `import os, pwd
print(sorted(os.listdir("/etc")), pwd.getpwall()[1][:1], os.path.expanduser("~root"))
print([name for name in ("passwd", "group", "hosts", "nsswitch.conf") if open("/etc/" + name).read() == ""])
`;
    const [without, withNetwork] = (await Promise.all([
      sandboxedRun(look),
      sandboxedRun(`# /// script\n# [tool.verbatim]\n# network = true\n# ///\n${look}`),
    ]).then(runs => runs.map(printed))) as [string, string];
    const own = ['group', 'hosts', 'nsswitch.conf', 'passwd'];
    const listed = (names: readonly string[]): string => {
      const present = [...own, ...names.filter(name => existsSync(`/etc/${name}`))].sort();
      return `[${present.map(name => `'${name.split('/')[0]}'`).join(', ')}] ('verbatim',) /root\n[]\n`;
    };
    const system = ['ld.so.cache', 'alternatives'];
    expect(without).toBe(listed(system));
    if (!existsSync('/etc/pki'))
      expect(withNetwork).toBe(listed([...system, 'resolv.conf', 'ssl/certs', 'ca-certificates/extracted']));
  });

  test('only the run’s own folders can be written, and only up to a limit', async () => {
    const beside = join(process.cwd(), 'here');
    expect(
      printed(
        await sandboxedRun(`import os
for path in ("/usr/here", "/etc/here", "/verbatim", "/dev/here", "/proc/self/comm"):
    try:
        open(path, "w")
    except OSError as error:
        print(type(error).__name__ if error.errno in (2, 13, 30) else error)
    else:
        print("wrote", path)
open("here", "w").write("mine")
# Below /tmp there is memory of the run's own, whatever lies there outside.
if ${JSON.stringify(beside)}.startswith("/tmp/"):
    os.makedirs(os.path.dirname(${JSON.stringify(beside)}), exist_ok=True)
    open(${JSON.stringify(beside)}, "w").write("mine")
open(os.path.expanduser("~/here"), "w").write("mine")
try:
    for number in range(200):
        with open(f"large{number}", "wb") as file:
            file.write(bytes(1 << 20))
except OSError as error:
    print(os.strerror(error.errno))
`),
      ),
    ).toMatch(/^(?:(?:OSError|PermissionError|FileNotFoundError)\n){5}No space left on device\n$/);
    expect(existsSync(beside)).toBe(false);
  });

  test('the network of this machine cannot be reached', async () => {
    const server = createServer(socket => socket.end('secret\n')).listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const output = printed(
      await sandboxedRun(`import socket
try:
    print(socket.create_connection(("127.0.0.1", ${port}), 5).recv(100))
except OSError as error:
    print(type(error).__name__)
`),
    );
    server.close();
    expect(output).toBe('ConnectionRefusedError\n');
  });
});
