import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Run } from '../../../../src/core/verdict/run.ts';
import { PYODIDE_FOLDER } from '../../../../src/runner/browser/pyodide-files.ts';
import { type PyodideRun, runInPyodide } from '../../../../src/runner/browser/run-in-pyodide.ts';
import { execute } from '../../../../src/runner/execution/execute.ts';
import { emptyEnvironment } from '../../../../src/runner/python/python-environment.ts';
import { findSandbox } from '../../../../src/runner/sandbox/sandbox.ts';
import { exampleOf, sourceOf } from '../../../fixtures/examples.ts';
import { interpreter } from '../../../fixtures/programs.ts';

/** Programs that show how a process starts, runs and ends: what Pyodide does otherwise for pages. */
const PROGRAMS: readonly (readonly [what: string, code: string, table?: string])[] = [
  ['prints to both streams', 'import sys\nprint("out")\nprint("err", file=sys.stderr)'],
  ['reads its input to its end', 'print(input("name? "))\nprint(input())', String.raw`stdin = "Ada\nBob\n"`],
  ['reads beyond its input', 'input()', 'stdin = ""'],
  ['has arguments', 'import sys\nprint(sys.argv)', 'args = ["--all", "ü"]'],
  ['has variables', 'import os\nprint(os.environ["GREETING"])', 'env = { GREETING = "hello" }'],
  [
    'knows its folder, its name and its user',
    'import getpass, os\nprint(os.getcwd(), __file__, __name__, os.path.expanduser("~"), getpass.getuser())',
  ],
  ['has no other file', 'import os\nprint(os.listdir(), os.path.exists("/home/verbatim/work/sample.py"))'],
  ['orders sets by a fixed seed', 'print({1: 2}, hash(1), sorted({"b", "a"}))'],
  ['exits with a code', 'import sys\nsys.exit(3)'],
  ['exits with a text', 'import sys\nsys.exit("no")'],
  ['exits at once', 'import os\nprint("now", flush=True)\nos._exit(4)'],
  ['raises', 'def f():\n    raise ValueError("x")\n\n\ntry:\n    f()\nfinally:\n    print("ends")'],
  [
    'raises while it handles',
    'try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise KeyError("k") from e',
  ],
  ['is no Python', 'x = = 2'],
  ['says what it does at its end', 'import atexit\natexit.register(print, "at exit")\nprint("main")'],
  [
    'has an object that ends with it',
    'class D:\n    def __del__(self):\n        print("deleted")\n\n\nd = D()\nprint("main")',
  ],
  ['prints without a line feed', 'print("abc", end="")'],
  ['writes bytes', 'import sys\nsys.stdout.buffer.write(b"\\xff\\x00")'],
  ['waits', 'import time\nstart = time.monotonic()\ntime.sleep(0.3)\nprint(time.monotonic() - start >= 0.3)'],
  ['is called main by others', 'import sys\nprint(sys.modules["__main__"].__file__)'],
  [
    'pickles its own class',
    'import pickle\n\n\nclass A:\n    pass\n\n\nprint(type(pickle.loads(pickle.dumps(A()))))',
  ],
  ['warns', 'import warnings\nwarnings.warn("old", DeprecationWarning)'],
  [
    'runs tasks in the order of the standard loop',
    [
      'import asyncio',
      'async def work(name, delay):',
      '    print("start", name)',
      '    await asyncio.sleep(delay)',
      '    print("done", name)',
      'async def main():',
      '    asyncio.get_running_loop().call_soon(print, "soon")',
      '    await asyncio.gather(work("a", 0.02), work("b", 0.01), work("c", 0))',
      '    try:',
      '        async with asyncio.timeout(0.01):',
      '            await asyncio.sleep(5)',
      '    except TimeoutError:',
      '        print("timeout")',
      'asyncio.run(main())',
      'with asyncio.Runner() as runner:',
      '    print(runner.run(asyncio.sleep(0, "again")))',
    ].join('\n'),
  ],
  ['forgets to await', 'import asyncio\nasync def f(): pass\nasync def main(): f()\nasyncio.run(main())'],
  [
    'goes too deep',
    'def f(n):\n    return f(n + 1)\n\n\ntry:\n    f(0)\nexcept RecursionError as e:\n    print(e)',
  ],
];

const sandbox = findSandbox('auto');
const OPTIONS: PyodideRun = {
  interpreter: { version: '3.14.2', build: 'Pyodide', path: PYODIDE_FOLDER, gil: true },
  sandbox,
};

/** What of a run a reader can see. */
function shown({ stdout, stderr, exitCode, ending }: Run): unknown {
  const errors = Buffer.from(stderr)
    .toString('latin1')
    // Versions word these differently.
    .replaceAll(/^ +[~^]+\n/gm, '')
    .replaceAll(/maximum recursion depth exceeded.*/g, 'maximum recursion depth exceeded');
  const out = Buffer.from(stdout)
    .toString('latin1')
    .replaceAll(/maximum recursion depth exceeded.*/g, 'maximum recursion depth exceeded');
  return { out, errors, exitCode, ending };
}

let folder: string;
let snapshot: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-snapshot-'));
  snapshot = join(folder, 'memory');
  const program = join(import.meta.dirname, '../../../../src/runner/browser/snapshot.ts');
  await promisify(execFile)(process.execPath, [program, PYODIDE_FOLDER, snapshot]);
});

afterAll(() => rm(folder, { recursive: true }));

describe('a program in Pyodide prints what it prints under CPython, if it', () => {
  test.for(PROGRAMS)('%s', async ([, code, table = 'stderr = true']) => {
    const example = exampleOf(sourceOf(table, code));
    const native = await interpreter();
    const expected = await execute({
      example,
      interpreter: native,
      python: await emptyEnvironment(native),
      sandbox,
    });
    expect(shown(await runInPyodide(example, { ...OPTIONS, snapshot }))).toEqual(shown(expected));
  });
});

/** Whatever a program can find out about the Python that runs it. */
const STATE = `
import asyncio, builtins, gc, os, random, sys, threading, time, warnings
print(sorted(sys.modules), sys.path, sys.flags, sys.argv, sys.executable, sys.prefix)
print([type(each).__name__ for each in sys.meta_path], sys.getrecursionlimit(), sys.getswitchinterval())
print(sorted(vars(builtins)), sorted(os.environ.items()), warnings.filters, gc.get_threshold())
print(hash("a"), list({"x", "y", "z", "v"}), asyncio.new_event_loop(), asyncio._get_running_loop())
print(threading.enumerate(), time.tzname, time.sleep, asyncio.run, sys.stdin.encoding)
for folder, folders, files in os.walk("/"):
    if not folder.startswith(("/proc", "/dev")):
        print(folder, sorted(folders), [(name, os.stat(os.path.join(folder, name)).st_size) for name in sorted(files)])
`;

test('a Python that begins with a snapshot is one that has just started', async () => {
  const example = exampleOf(STATE);
  const text = async (options: PyodideRun): Promise<string> => {
    const { stdout, stderr } = await runInPyodide(example, options);
    expect(Buffer.from(stderr).toString()).toBe('');
    return Buffer.from(stdout)
      .toString()
      .replaceAll(/0x[0-9a-f]+/g, '0x');
  };
  const [resumed, started] = [await text({ ...OPTIONS, snapshot }), await text(OPTIONS)];
  expect(resumed.length).toBeGreaterThan(1000);
  expect(resumed).toBe(started);
});
