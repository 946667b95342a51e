import { describe, expect, test } from 'vitest';
import { parseExample } from '../../../src/core/variant/parse-example.ts';
import { outcome } from '../../../src/core/verdict/run-outcome.ts';
import type { Example } from '../../../src/core/example/example.ts';
import type { Execution } from '../../../src/runner/execution/execute.ts';
import { findSandbox } from '../../../src/runner/sandbox/sandbox.ts';
import { printed, run } from '../../fixtures/programs.ts';

const sandboxes = [findSandbox('off'), ...[findSandbox('auto')].filter(({ kind }) => kind === 'sandboxed')];

/** A sample whose contract asks for a terminal of 40 columns, and has other keys. */
function sampleOf(source: string, keys = ''): Example {
  const block = `# /// script\n# [tool.verbatim]\n# terminal = { columns = 40, rows = 6 }\n${keys}# ///\n`;
  const files = new Map([['sample.py', Buffer.from(block + source)]]);
  const { value, problems } = parseExample('topic/sample', 'sample.py', files);
  if (value === undefined) throw new Error(problems?.[0]?.title);
  return value;
}

interface Shown {
  readonly screen: string;
  /** The title of the problem, if the run falls short. */
  readonly problem: string | undefined;
}

async function show(source: string, keys = '', more: Partial<Execution> = {}): Promise<Shown> {
  const example = sampleOf(source, keys);
  const ended = await run('prints_nul', { example, ...more });
  return { screen: printed(ended), problem: outcome(example, ended).problems?.[0]?.title };
}

const shown = (screen: string): Shown => ({ screen, problem: undefined });

describe.each(sandboxes)('a terminal, $kind,', sandbox => {
  const see = (source: string, keys = '', more: Partial<Execution> = {}): Promise<Shown> =>
    show(source, keys, { sandbox, ...more });

  test('is the stdout and the stderr of a sample, and has one size', async () => {
    const source = `import os, shutil, subprocess, sys
print(sys.stdout.isatty(), sys.stderr.isatty(), sys.stdin.isatty(), flush=True)
print(tuple(os.get_terminal_size()), tuple(os.get_terminal_size(2)), os.environ["COLUMNS"])
print(tuple(shutil.get_terminal_size()), os.environ["TERM"], os.environ.get("NO_COLOR"), file=sys.stderr)
subprocess.run([sys.executable, "-c", "import os; print(os.isatty(1), *os.get_terminal_size())"])
`;
    expect(await see(source)).toEqual(
      shown('True True False\n(40, 6) (40, 6) 40\n(40, 6) xterm None\nTrue 40 6\n'),
    );
  });

  test('shows a progress bar as it is at the end', async () => {
    const source = `import sys
for percent in range(0, 101, 20):
    sys.stderr.write(f"\\r{'#' * (percent // 10):10} {percent}%")
print()
print("one\\ntwo\\nthree")
print("\\x1b[2A\\x1b[2KTWO\\n")
`;
    expect(await see(source)).toEqual(shown('########## 100%\none\nTWO\nthree\n'));
  });

  test('wraps its lines, and mixes what both streams write', async () => {
    const source = `import sys\nprint("x" * 50)\nprint("a", end="", flush=True)\nprint("b", file=sys.stderr)\n`;
    expect(await see(source)).toEqual(shown(`${'x'.repeat(40)}\n${'x'.repeat(10)}\nab\n`));
  });

  test('shows the traceback of an exception that a contract expects, and of no other', async () => {
    const source = 'print("a")\nraise ValueError("no " * 20)\n';
    const { screen, problem } = await see(source, '# raises = "ValueError"\n# color = false\n');
    expect(problem).toBeUndefined();
    expect(screen).toMatch(/^a\nTraceback \(most recent call last\):\n {2}File "sample.py", line \d,/);
    expect(await see(source, '# raises = "TypeError"\n')).toMatchObject({
      problem: 'It was to end with an uncaught TypeError, and ended with ValueError.',
    });
    expect(await see(source)).toMatchObject({ problem: 'Exit code 1, expected 0: uncaught ValueError.' });
  });

  test('passes on exit codes and signals', async () => {
    expect(await see('raise SystemExit(3)\n', '# exit = 3\n')).toEqual(shown(''));
    expect(await see('raise SystemExit(3)\n')).toMatchObject({ problem: 'Exit code 3, expected 0.' });
    const kill = 'import os, signal\nprint("a", flush=True)\nos.kill(os.getpid(), signal.SIGKILL)\n';
    expect(await see(kill)).toEqual({ screen: 'a\n', problem: 'The process was ended by SIGKILL.' });
    expect(await see('raise KeyboardInterrupt\n', '# raises = "KeyboardInterrupt"\n')).toMatchObject({
      problem: undefined,
    });
  });

  // In the sandbox such a signal ends the shell around a run, with a terminal or without.
  test.runIf(sandbox.kind === 'unsandboxed')('survives a signal to the group of its sample', async () => {
    const source =
      'import os, signal\nsignal.signal(signal.SIGTERM, lambda *_: print("ouch"))\nos.killpg(0, signal.SIGTERM)\n';
    expect(await see(source)).toEqual(shown('ouch\n'));
  });

  test('shows where a sample that does not end stands', async () => {
    const source = 'import threading\nprint("waits")\nthreading.Event().wait()\n';
    const example = sampleOf(source, '# timeout = 1\n');
    const ended = await run('prints_nul', { example, sandbox });
    expect(printed(ended)).toBe('waits\n');
    expect(ended.ending).toBe('timed-out');
    expect(ended.stacks).toContain('File "sample.py", line 8 in <module>');
  });

  test('shows where a sample hangs that is to hang', async () => {
    const source = 'import threading\nprint("waits")\nthreading.Event().wait()\n';
    const example = sampleOf(source, '# hangs = true\n# timeout = 1\n');
    const ended = await run('prints_nul', { example, sandbox });
    expect(outcome(example, ended).value).toMatchObject({ out: 'waits\n' });
    expect(ended.ending).toBe('hung');
  });

  test('loses nothing of what is nearly too long', async () => {
    const source = 'for number in range(12_000):\n    print(f"{number:05} " + "é" * 30)\n';
    const { screen, problem } = await see(source);
    expect(problem).toBeUndefined();
    const lines = screen.trimEnd().split('\n');
    expect(lines).toHaveLength(12_000);
    expect([lines[0], lines.at(-1)]).toEqual([`00000 ${'é'.repeat(30)}`, `11999 ${'é'.repeat(30)}`]);
    expect((await see('print("x" * 1_100_000)\n')).problem).toContain('MB');
  });

  test('keeps what a helper prints soon after the end, and no longer than that', async () => {
    // One that a busy machine starts fast.
    const helper = (words: readonly string[]): string =>
      `import subprocess\nsubprocess.Popen(${JSON.stringify(words)})\nprint("early", flush=True)\n`;
    expect(await see(helper(['sh', '-c', 'sleep 0.3; echo late']))).toEqual(shown('early\nlate\n'));
    const { screen, problem } = await see(helper(['sleep', '40']));
    expect(screen).toBe('early\n');
    expect(problem).toMatch(/^The sample has ended; .* which it started, has not\.$/);
  });

  test('has no keyboard: a sample reads its declared input, and cannot open /dev/tty', async () => {
    const source = `name = input("Name? ")
print(f"Hello, {name}")
try:
    open("/dev/tty")
except OSError as error:
    print(error.strerror)
`;
    const { screen, problem } = await see(source, '# stdin = "Ada\\n"\n');
    expect(problem).toBeUndefined();
    expect(screen).toMatch(/^Name\? Hello, Ada\nNo such device/);
    const child = 'import subprocess, sys\nsubprocess.run([sys.executable, "-c", "print(input())"])\n';
    expect(await see(child, '# stdin = "Ada\\n"\n')).toEqual(shown('Ada\n'));
  });

  test('refuses what no recording can hold', async () => {
    expect((await see('print("\\x1b[?1049hmenu\\x1b[?1049l")\n')).problem).toContain('alternate screen');
    expect((await see('print("a\\n" * 30_000)\n')).problem).toContain('20,000');
    expect((await see('import sys\nsys.stdout.buffer.write(b"\\xff\\n")\n')).problem).toContain('not UTF-8');
    expect((await see('print("a\\0b")\n')).problem).toContain('a NUL character');
    expect((await see('print("a\\u200bb")\n')).problem).toContain('that nobody sees (U+200B)');
    const asks = 'import sys\nprint("\\x1b[6n", end="", flush=True)\nprint(repr(sys.stdin.read(1)))\n';
    expect((await see(asks)).problem).toContain('asked its terminal a question');
    const waits = 'import time\nprint("\\x1b[6n", end="", flush=True)\ntime.sleep(60)\n';
    expect((await see(waits, '# timeout = 1\n')).problem).toContain('asked its terminal a question');
  });

  test('is not shared by two runs at once', async () => {
    const source =
      'import os, time\nprint(os.ttyname(1) != "")\ntime.sleep(0.3)\nprint("\\x1b[A.", flush=True)\n';
    const both = await Promise.all([see(source), see(source)]);
    expect(both).toEqual([shown('.rue\n'), shown('.rue\n')]);
  });

  test.runIf(sandbox.kind === 'sandboxed')(
    'is the only one that a sample sees, and cannot be typed into',
    async () => {
      const source = `import fcntl, os, termios
try:
    fcntl.ioctl(1, termios.TIOCSTI, b"x")
except PermissionError as error:
    print(error.strerror)
print(os.ttyname(1), sorted(os.listdir("/dev/pts")))
`;
      expect(await see(source)).toEqual(shown("Operation not permitted\n/dev/pts/0 ['0', 'ptmx']\n"));
    },
  );

  test('has colors, unless its contract has none', async () => {
    const source =
      'import os\nprint(*(os.environ.get(name) for name in ("NO_COLOR", "PYTHON_COLORS", "FORCE_COLOR")))\n';
    expect(await see(source)).toEqual(shown('None None None\n'));
    expect(await see(source, '# color = false\n')).toEqual(shown('1 0 None\n'));
    expect(await see(source, '# color = true\n')).toEqual(shown('None 1 1\n'));
    expect(await see('print("\\x1b[31mred\\x1b[0m, \\x1b[1;38;5;200mpink")\n')).toEqual(
      shown('\u001b[31mred\u001b[0m, \u001b[1;38;5;200mpink\u001b[0m\n'),
    );
  });
});

test('a run that has colors and no terminal is asked to print them', async () => {
  const block = '# /// script\n# [tool.verbatim]\n# color = true\n# ///\n';
  const source = `${block}import os, sys\nprint(sys.stdout.isatty(), os.environ["FORCE_COLOR"], os.environ["TERM"])\n`;
  const { value } = parseExample('topic/sample', 'sample.py', new Map([['sample.py', Buffer.from(source)]]));
  expect(printed(await run('prints_nul', { example: value as Example }))).toBe('False 1 xterm\n');
});
