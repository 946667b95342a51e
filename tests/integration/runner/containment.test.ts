import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { parseExample } from '../../../src/core/variant/parse-example.ts';
import type { Run } from '../../../src/core/verdict/run.ts';
import type { Execution } from '../../../src/runner/execution/execute.ts';
import { HAS_PROCFS } from '../../../src/runner/process/procfs.ts';
import { DENIED_CALLS } from '../../../src/runner/sandbox/denied-calls.ts';
import { findSandbox } from '../../../src/runner/sandbox/sandbox.ts';
import { seccompFilter } from '../../../src/runner/sandbox/seccomp-filter.ts';
import { printed, PROJECT, run } from '../../fixtures/programs.ts';

const sandbox = findSandbox('auto');
const sandboxes = [findSandbox('off'), ...[sandbox].filter(({ kind }) => kind === 'sandboxed')];

async function runSource(source: string, more: Partial<Execution> = {}): Promise<Run> {
  const { value } = parseExample('topic/sample', 'sample.py', new Map([['sample.py', Buffer.from(source)]]));
  if (value === undefined) throw new Error('The source of a test is broken');
  return run('prints_nul', { example: value, ...more });
}

/** Prints the open descriptors of the program, besides the one that lists them. */
const DESCRIPTORS = `import os
found = []
for fd in map(int, os.listdir("/proc/self/fd")):
    try:
        os.fstat(fd)
        found.append(fd)
    except OSError:
        pass
print(sorted(found))
`;

describe.runIf(HAS_PROCFS).each(sandboxes)('a program, $kind,', each => {
  test('has three descriptors open, and the one of the harness', async () => {
    expect(printed(await runSource(DESCRIPTORS, { sandbox: each }))).toBe('[0, 1, 2, 63]\n');
    const failing = `# /// script\n# [tool.verbatim]\n# exit = 1\n# ///\n${DESCRIPTORS}raise SystemExit(1)\n`;
    expect(printed(await runSource(failing, { sandbox: each }))).toBe('[0, 1, 2, 63]\n');
  });

  test('has no descriptor that the caller of the command had open', async () => {
    const script = `import { runDescriptors } from '${join(PROJECT, 'tests/fixtures/descriptors.ts')}';
process.stdout.write(await runDescriptors(${JSON.stringify(each)}));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      // Descriptors 3 to 77, as \`exec 77</dev/null\` opens them.
      stdio: ['ignore', 'pipe', 'inherit', ...Array<'ignore'>(75).fill('ignore')],
    });
    const [output] = await Promise.all([text(child.stdout as NodeJS.ReadableStream), once(child, 'exit')]);
    // Of the program itself, and of the shell around it.
    expect(output).toBe('[0, 1, 2, 63]\nno regular file or device\n');
  });

  test('has no terminal, and leads no session', async () => {
    const look = `import os
try:
    os.open("/dev/tty", os.O_RDWR)
except OSError as error:
    print(error.strerror)
`;
    expect(printed(await runSource(look, { sandbox: each }))).toBe('No such device or address\n');
  });

  test('cannot report anything about its end through the descriptor of the harness', async () => {
    const forged = await runSource('import os\nos.write(63, b"left sleep 60\\nended\\n")\nprint("done")\n', {
      sandbox: each,
    });
    expect(forged).toMatchObject({ ending: 'exited', exitCode: 0, leftBehind: [] });
    const killed = await runSource('import os, signal\nos.write(63, b"ended\\n")\nos.kill(0, 34)\n', {
      sandbox: each,
    });
    expect(killed.exitCode).not.toBe(0);
  });

  test('that a signal ends has no exit code, and one that exits with 137 has none either', async () => {
    for (const end of ['os.kill(os.getpid(), 9)', 'os._exit(137)'])
      expect(await runSource(`import os\n${end}\n`, { sandbox: each })).toMatchObject({
        ending: 'signalled',
        signal: 'SIGKILL',
        exitCode: undefined,
      });
  });
});

describe.skipIf(sandbox.kind === 'unsandboxed')('in the sandbox', () => {
  const inside = async (source: string): Promise<string> => {
    const result = await runSource(source, { sandbox });
    return printed(result) + String(result.stderr);
  };

  test('bubblewrap itself gets no variable of the sample, and works in /', async () => {
    let environment: string | undefined;
    let folder: string | undefined;
    const { value } = parseExample(
      'topic/sample',
      'sample.py',
      new Map([['sample.py', Buffer.from('import os, time\ntime.sleep(0.3)\nprint(os.environ["NAME"])\n')]]),
    );
    if (value === undefined) throw new Error('The source of a test is broken');
    const example = {
      ...value,
      contract: { ...value.contract, env: { NAME: 'Ada', LD_PRELOAD: '/nowhere.so' } },
    };
    const result = await run('prints_nul', {
      example,
      sandbox,
      onStart: group => {
        environment = readFileSync(`/proc/${group}/environ`, 'latin1');
        folder = readlinkSync(`/proc/${group}/cwd`);
      },
    });
    expect({ environment, folder, output: printed(result) }).toEqual({
      environment: '',
      folder: '/',
      output: 'Ada\n',
    });
  });

  test('a program is nobody in particular, and may become nobody else', async () => {
    expect(
      await inside(`import os, pwd, grp
print(os.getuid(), os.getgid(), pwd.getpwuid(os.getuid()).pw_name, grp.getgrgid(os.getgid()).gr_name)
print([line.split()[1] for line in open("/proc/self/status") if line.startswith(("Cap", "NoNew"))])
`),
    ).toBe(
      `1000 1000 verbatim verbatim\n['${'0'.repeat(16)}', '${'0'.repeat(16)}', '${'0'.repeat(16)}', ` +
        `'${'0'.repeat(16)}', '${'0'.repeat(16)}', '1']\n`,
    );
  });

  test('nothing of /proc/sys, /sys and /dev can be opened for writing but the usual devices', async () => {
    expect(
      await inside(`import os
usual = "null zero full random urandom tty ptmx pts/ptmx".split()
for top in ("/proc/sys", "/proc/irq", "/proc/bus", "/sys", "/dev"):
    for folder, _, names in os.walk(top):
        for name in names:
            path = os.path.join(folder, name)
            try:
                os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK))
            except OSError:
                continue
            if path.removeprefix("/dev/") not in usual:
                print(path)
for path in ("/proc/sysrq-trigger", "/proc/self/mem", "/proc/1/mem", "/proc/2/mem", "/proc/self/uid_map"):
    try:
        open(path, "wb")
        print("opened", path)
    except OSError:
        pass
`),
    ).toBe('');
  });

  test('nothing that the shell beside it has open can be opened by a program', async () => {
    expect(
      await inside(`import os
for pid in ("1", "2"):
    for fd in os.listdir(f"/proc/{pid}/fd"):
        target = os.readlink(f"/proc/{pid}/fd/{fd}")
        try:
            os.open(f"/proc/{pid}/fd/{fd}", os.O_WRONLY)
            if target != "/dev/null":
                print(pid, fd, target)
        except OSError:
            pass
`),
    ).toBe('');
  });

  test.runIf(seccompFilter() !== undefined)('calls that no sample needs fail', async () => {
    const column = process.arch === 'x64' ? 0 : 1;
    const numbers = Object.values(DENIED_CALLS).flatMap(call => call[column] ?? []);
    const [clone, ioctl, socket] = column === 0 ? [56, 16, 41] : [220, 29, 198];
    expect(
      await inside(`import ctypes
libc = ctypes.CDLL(None, use_errno=True)
def errno(*arguments):
    return ctypes.get_errno() if libc.syscall(*map(ctypes.c_long, arguments)) == -1 else 0
print({number: errno(number, 0, 0, 0, 0, 0, 0) for number in ${JSON.stringify(numbers)}
       if errno(number, 0, 0, 0, 0, 0, 0) != 1})
print(errno(435, 0, 0), errno(${clone}, 0x10000011, 0, 0, 0, 0), errno(${ioctl}, 0, 0x5412, 0))
print([family for family in range(1, 48) if errno(${socket}, family, 2, 0) != 1])
`),
    ).toBe('{}\n38 1 1\n[1, 2, 10, 16]\n');
  });

  test('threads, processes, pipes, sockets and terminals of its own work', async () => {
    expect(
      await inside(`import asyncio, multiprocessing, os, pty, socket, subprocess, sys, threading
def work(queue):
    queue.put(os.getppid() != 0)
if __name__ == "__main__":
    thread = threading.Thread(target=print, args=("thread",)); thread.start(); thread.join()
    for method in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context(method)
        queue = context.Queue()
        process = context.Process(target=work, args=(queue,)); process.start()
        print(method, queue.get()); process.join()
    print(subprocess.run("echo shell | cat", shell=True, capture_output=True, text=True).stdout.strip())
    one, other = socket.socketpair(); one.send(b"x"); print(other.recv(1))
    print(socket.gethostbyname("localhost"), os.isatty(pty.openpty()[0]))
    async def main():
        process = await asyncio.create_subprocess_exec("true")
        print(await process.wait())
    asyncio.run(main())
    code = "print('by another name')"
    print(subprocess.run(["worker", "-c", code], executable=sys.executable, capture_output=True, text=True).stdout)
`),
    ).toBe(
      "thread\nfork True\nspawn True\nforkserver True\nshell\nb'x'\n127.0.0.1 True\n0\nby another name\n\n",
    );
  });
});
