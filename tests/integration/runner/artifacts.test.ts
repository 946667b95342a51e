import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ArtifactFault } from '../../../src/core/artifacts/artifact-kind.ts';
import { parseExample } from '../../../src/core/variant/parse-example.ts';
import type { Example } from '../../../src/core/example/example.ts';
import type { Run } from '../../../src/core/verdict/run.ts';
import { outcome } from '../../../src/core/verdict/run-outcome.ts';
import { execute } from '../../../src/runner/execution/execute.ts';
import { emptyEnvironment } from '../../../src/runner/python/python-environment.ts';
import { findSandbox, type Sandbox } from '../../../src/runner/sandbox/sandbox.ts';
import { WRITE_PNG } from '../../fixtures/artifacts/pictures.ts';
import { sourceOf } from '../../fixtures/examples.ts';
import { interpreter } from '../../fixtures/programs.ts';

/** Unsandboxed, and sandboxed if this machine can. */
const SANDBOXES = [findSandbox('off'), ...[findSandbox('auto')].filter(({ kind }) => kind === 'sandboxed')];

/** A sample that leaves files of these names. */
function leaving(names: readonly string[], code: string, more = ''): Example {
  const table = `artifacts = { ${names.map(name => `"${name}" = "What it shows"`).join(', ')} }${more}`;
  const bytes = Buffer.from(sourceOf(table, code));
  const { value, problems } = parseExample('a', 'a.py', new Map([['a.py', bytes]]));
  if (value === undefined) throw new Error(problems?.[0]?.title);
  return value;
}

async function runOf(example: Example, sandbox: Sandbox): Promise<Run> {
  const used = await interpreter();
  return execute({ example, interpreter: used, python: await emptyEnvironment(used), sandbox });
}

const textOf = (run: Run, name: string): string | undefined => {
  const bytes = run.artifacts?.get(name);
  return bytes && Buffer.from(bytes).toString();
};

describe.for(SANDBOXES.map(sandbox => [sandbox.kind, sandbox] as const))('%s, a run', ([, sandbox]) => {
  test('hands over the files that its contract names, byte by byte, and no others', async () => {
    const names = ['a.png', 'b.svg', 'c.csv', 'd.json', 'e.txt', 'f.md'];
    const code = `${WRITE_PNG}
import csv, json
write_png("a.png", 20, 10, lambda x, y: (x, y, 0))
open("b.svg", "w").write('<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"><path d="M0 0"/></svg>')
csv.writer(open("c.csv", "w", newline="")).writerows([["a", "b"], [1, 2]])
json.dump({"a": "é\\n"}, open("d.json", "w"))
open("e.txt", "wb").write(b"ended 9\\nleft 1\\n" + "d.json 3\\n".encode())
open("f.md", "w").write("# é")
open("g.txt", "w").write("not declared")
`;
    const run = await runOf(leaving(names, code), sandbox);
    expect([run.ending, run.exitCode, Buffer.from(run.stderr).toString()]).toEqual(['exited', 0, '']);
    expect([...(run.artifacts?.keys() ?? [])]).toEqual(names);
    expect(textOf(run, 'c.csv')).toBe('a,b\r\n1,2\r\n');
    expect(textOf(run, 'e.txt')).toBe('ended 9\nleft 1\nd.json 3\n');
    expect(textOf(run, 'f.md')).toBe('# é');
    expect(
      Buffer.from(run.artifacts?.get('a.png') ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(outcome(leaving(names, code), run).problems).toBeUndefined();
  });

  test('that no contract asks for a file has none', async () => {
    const run = await runOf(leaving([], 'open("a.txt", "w").write("a")'), sandbox);
    expect('artifacts' in run).toBe(false);
  });

  test('hands over eight files of a million bytes each', async () => {
    const names = [1, 2, 3, 4, 5, 6, 7, 8].map(each => `${each}.txt`);
    const code = 'for n in range(1, 9): open(f"{n}.txt", "w").write(str(n) * 1_000_000)';
    const run = await runOf(leaving(names, code), sandbox);
    expect(run.ending).toBe('exited');
    for (const name of names) {
      expect(textOf(run, name)?.length).toBe(1_000_000);
      expect(new Set(textOf(run, name))).toEqual(new Set(name[0]));
    }
  });

  test.for<readonly [what: string, code: string, fault: ArtifactFault]>([
    ['was not written', '', 'missing'],
    ['has a name in other letters', 'open("A.txt", "w").write("a")', 'missing'],
    [
      'was removed at the end',
      'import atexit, os\nopen("a.txt", "w").write("a")\natexit.register(os.remove, "a.txt")',
      'missing',
    ],
    [
      'is in another folder',
      'import os, tempfile\nos.chdir(tempfile.gettempdir())\nopen("a.txt", "w").write("a")',
      'missing',
    ],
    ['is a link to a file of the system', 'import os\nos.symlink("/etc/passwd", "a.txt")', 'link'],
    [
      'is a link to a file of its own',
      'import os\nopen("b.txt", "w").write("b")\nos.symlink("b.txt", "a.txt")',
      'link',
    ],
    ['is a link that leads nowhere', 'import os\nos.symlink("nowhere", "a.txt")', 'link'],
    ['is a folder', 'import os\nos.mkdir("a.txt")', 'no file'],
    ['is a pipe', 'import os\nos.mkfifo("a.txt")', 'no file'],
    ['is a socket', 'import socket\ns = socket.socket(socket.AF_UNIX)\ns.bind("a.txt")', 'no file'],
    ['cannot be read', 'import os\nopen("a.txt", "w").write("a")\nos.chmod("a.txt", 0)', 'unreadable'],
    ['has two megabytes', 'open("a.txt", "w").write("a" * 2_000_000)', 'too large'],
    ['has one byte too many', 'open("a.txt", "w").write("a" * 1_000_001)', 'too large'],
    ['has a hole of gigabytes', 'with open("a.txt", "w") as f: f.truncate(30_000_000)', 'too large'],
    ['is in a folder that is gone', 'import os, shutil\nshutil.rmtree(os.getcwd())', 'missing'],
    [
      'is behind a link in place of its folder',
      'import os, tempfile\nhere, other = os.getcwd(), tempfile.mkdtemp()\nopen(other + "/a.txt", "w").write("b")\nos.rename(here, here + "2")\nos.symlink(other, here)',
      'missing',
    ],
  ])('of which a file %s', async ([, code, fault]) => {
    // The user of an unsandboxed test may be root, who reads what nobody may.
    const isRoot = fault === 'unreadable' && sandbox.kind === 'unsandboxed' && process.getuid?.() === 0;
    const run = await runOf(leaving(['a.txt'], code), sandbox);
    if (isRoot) return;
    expect(run.artifactFaults?.get('a.txt')).toBe(fault);
    expect(outcome(leaving(['a.txt'], code), run).problems?.[0]?.title).toMatch(/a\.txt/);
  });

  test('that leaves a process behind which still writes hands over nothing', async () => {
    const code = `import subprocess, sys
child = "import time\\nwith open('a.txt', 'w') as f:\\n    while True: f.write('a' * 1000); f.flush(); time.sleep(0.001)"
subprocess.Popen([sys.executable, "-c", child], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
import time; time.sleep(0.3)`;
    const example = leaving(['a.txt'], code);
    const run = await runOf(example, sandbox);
    expect(run.leftBehind).not.toEqual([]);
    expect(outcome(example, run).problems?.[0]?.title).toMatch(/^The sample has ended; `python/);
  });

  test('that times out has none', async () => {
    const example = leaving(['a.txt'], 'open("a.txt", "w").write("a")\nwhile True: pass', '\ntimeout = 0.5');
    const run = await runOf(example, sandbox);
    expect([run.ending, run.artifacts]).toEqual(['timed-out', undefined]);
  });

  test('cannot reach the descriptor through which its files are sent', async () => {
    const code = `import os
open("a.txt", "w").write("real")
print(sorted(int(n) for n in os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else [])
for fd in range(3, 20):
    try: os.write(fd, b"a.txt 6\\nforged")
    except OSError: pass
parent = os.getppid()
for fd in range(3, 12):
    try:
        with open(f"/proc/{parent}/fd/{fd}", "wb", buffering=0) as f: f.write(b"a.txt 6\\nforged")
    except OSError: pass`;
    const run = await runOf(leaving(['a.txt'], code), sandbox);
    expect(textOf(run, 'a.txt')).toBe('real');
  });

  test('leaves nothing in the folder for temporary files', async () => {
    const own = await mkdtemp(join(tmpdir(), 'verbatim-test-'));
    const before = await readdir(tmpdir());
    await runOf(leaving(['a.txt'], 'open("a.txt", "w").write("a")'), sandbox);
    const after = (await readdir(tmpdir())).filter(name => name.startsWith(`verbatim-pid${process.pid}-`));
    await rm(own, { recursive: true });
    expect(after.filter(name => !before.includes(name))).toEqual([]);
  });
});
