import { userCache } from '../../../src/runner/files/user-cache.ts';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { digest, type RecordResult } from '../../../src/core/verdict/recording.ts';
import { tagOf, type Interpreter } from '../../../src/core/python-version.ts';
import { findInterpreters } from '../../../src/runner/python/find-interpreters.ts';
import { record } from '../../../src/runner/commands/record-examples.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { project } from '../../fixtures/project.ts';

/**
 * Two runs are plain and with another switch interval: enough to see whether a sample repeats, and no load.
 */
const recordIn = async (root: string, runs = 2): Promise<readonly RecordResult[]> =>
  record({ root, runs, pythons: [(await interpreter()).path] });
const filesIn = (root: string): Promise<string[]> =>
  readdir(join(root, 'examples')).then(names => names.sort());
const recordedIn = (root: string, name: string): Promise<string> =>
  readFile(join(root, 'examples', name), 'utf8');
const receiptsIn = async (root: string): Promise<unknown> =>
  JSON.parse(await recordedIn(root, 'recordings.json'));

describe('accepted is', () => {
  test('what repeats: the output is written, and the receipt', async () => {
    const root = await project({ 'a.py': 'print("hello")\n' });
    expect(await recordIn(root)).toEqual([{ kind: 'recorded', id: 'a', change: '+hello' }]);
    expect(await recordedIn(root, 'a.out')).toBe('hello\n');
    expect(await receiptsIn(root)).toEqual({
      a: { sha256: digest({ out: 'hello\n' }), python: (await interpreter()).version, runs: 2 },
    });
    expect(await filesIn(root)).toEqual(['a.out', 'a.py', 'recordings.json']);
  });

  test('what differs as the contract permits, under load and on one core too', async () => {
    const root = await project({
      'a.py':
        '# /// script\n# [tool.verbatim]\n# mask = ["pid"]\n# ///\nimport os\n\nprint("pid", os.getpid())\n',
    });
    expect((await recordIn(root, 4)).map(({ kind }) => kind)).toEqual(['recorded']);
    expect(await recordedIn(root, 'a.out')).toMatch(/^pid \d+\n$/);
  });

  test('another output than the recorded one, with the difference', async () => {
    const root = await project({ 'a.py': 'print("first")\nprint("old")\n' });
    await recordIn(root);
    await writeFile(join(root, 'examples', 'a.py'), 'print("first")\nprint("new")\n');
    expect(await recordIn(root)).toEqual([{ kind: 'recorded', id: 'a', change: ' first\n-old\n+new' }]);
  });

  test('what was edited by hand, as the program prints it', async () => {
    const root = await project({ 'a.py': 'print("hello")\n' });
    await recordIn(root);
    await writeFile(join(root, 'examples', 'a.out'), 'Hello\n');
    expect(await recordIn(root)).toEqual([{ kind: 'recorded', id: 'a', change: '-Hello\n+hello' }]);
    expect(await recordedIn(root, 'a.out')).toBe('hello\n');
  });

  test('error output that is promised, which goes when it is no longer', async () => {
    const root = await project({
      'a.py': '# /// script\n# [tool.verbatim]\n# raises = "KeyError"\n# ///\nraise KeyError("a")\n',
    });
    await recordIn(root);
    expect(await recordedIn(root, 'a.err')).toBe(
      'Traceback (most recent call last):\n  File "a.py", line 5, in <module>\n' +
        '    raise KeyError("a")\nKeyError: \'a\'\n',
    );
    await writeFile(join(root, 'examples', 'a.py'), 'print("well")\n');
    await recordIn(root);
    expect(await filesIn(root)).toEqual(['a.out', 'a.py', 'recordings.json']);
  });
});

describe('unchanged is', () => {
  test('what the recording already says, byte for byte and date for date', async () => {
    const root = await project({
      'a.py':
        '# /// script\n# [tool.verbatim]\n# mask = ["pid"]\n# ///\nimport os\n\nprint("pid", os.getpid())\n',
    });
    const dates = (): Promise<number[]> =>
      Promise.all(
        ['a.out', 'recordings.json'].map(async name => (await stat(join(root, 'examples', name))).mtimeMs),
      );
    await recordIn(root);
    const [before, beforeDates] = [await recordedIn(root, 'a.out'), await dates()];
    expect(await recordIn(root)).toEqual([{ kind: 'unchanged', id: 'a' }]);
    expect(await recordedIn(root, 'a.out')).toBe(before);
    expect(await dates()).toEqual(beforeDates);
  });
});

describe('a file of receipts', () => {
  test('loses what is stale and is written again as it was, although nothing else changes', async () => {
    const root = await project({
      'topic/a.py': 'print("a")\n',
      'topic/b.py': 'print("b")\n',
      'gone/c.py': '',
    });
    await recordIn(root);
    const before = await recordedIn(root, 'topic/recordings.json');
    await rm(join(root, 'examples/gone/c.py'));
    await rm(join(root, 'examples/gone/c.out'));
    await writeFile(
      join(root, 'examples/topic/recordings.json'),
      before.replace('{\n', `{\n<<<<<<< HEAD\n  "z": {"sha256":"0","python":"3.13.0","runs":5},\n=======\n`),
    );
    expect((await recordIn(root)).map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
    expect(await recordedIn(root, 'topic/recordings.json')).toBe(before);
    expect(await readdir(join(root, 'examples/gone'))).toEqual([]);
  });

  test('keeps the receipt of a recording that was removed and is recorded again', async () => {
    const root = await project({ 'topic/a.py': 'print("a")\n' });
    await recordIn(root);
    const before = await recordedIn(root, 'topic/recordings.json');
    await rm(join(root, 'examples/topic/a.out'));
    expect((await recordIn(root)).map(({ kind }) => kind)).toEqual(['recorded']);
    expect(await recordedIn(root, 'topic/recordings.json')).toBe(before);
  });

  test('stays as it is if all that would change is declined', async () => {
    const root = await project({ 'a.py': 'print("a")\n' });
    await recordIn(root);
    await writeFile(join(root, 'examples/a.py'), 'print("b")\n');
    await writeFile(join(root, 'examples/recordings.json'), 'half');
    await record({ root, runs: 2, pythons: [(await interpreter()).path], choose: async () => new Set() });
    expect(await recordedIn(root, 'recordings.json')).toBe('half');
  });

  test('has the receipts of two commands that record at the same time', async () => {
    const root = await project(
      Object.fromEntries(['a', 'b', 'c', 'd'].map(id => [`topic/${id}.py`, `print("${id}")\n`])),
    );
    const pythons = [(await interpreter()).path];
    await Promise.all(
      ['a', 'b', 'c', 'd'].map(id => record({ root, runs: 1, pythons, words: [`topic/${id}`] })),
    );
    expect(Object.keys(JSON.parse(await recordedIn(root, 'topic/recordings.json')) as object)).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });
});

describe('refused, and nothing written, is', () => {
  test.for<[string, string, RegExp, RegExp]>([
    [
      'what does not repeat',
      'import random\n\nprint("rolled", random.randint(1, 10**9))\n',
      /^2 runs gave 2 different outputs, and the contract does not permit it\. Nothing was written\.$/,
      /^The tightest contract that fits what was seen at the top of the file:\n(?:# .*\n){2}# mask = \[\{ name = "number", pattern = '\^rolled \(\\d\+\)' \}\]\n# \/\/\/\nOr make it repeat: seed chance: random\.seed\(1\)$/,
    ],
    [
      'what depends on the hash seed',
      'print(list({"apple", "banana", "cherry", "damson", "elder", "fig"}))\n',
      /^2 runs gave 2 different outputs/,
      /^Print the set sorted/,
    ],
    [
      'what prints the date of today',
      'from datetime import date\n\nprint("Printed on", date.today())\n',
      /^Output, line 1: "[\d-]+" is the date of today: .* Nothing was written\.$/,
      /mask = \["date"\]\n# \/\/\/$/,
    ],
    [
      'what prints the time of now',
      'import time\n\nprint(int(time.time()) // 100000 * 100000 + 99999 > time.time(), int(time.time()) // 3600 * 3600)\n',
      /^Output, line 1: "\d+" is the time at which it ran: .* Nothing was written\.$/,
      /mask = \[\{ name = "timestamp", pattern = '.*' \}\]\n# \/\/\/$/,
    ],
    [
      'what overwrites its line',
      'print("\\r50 %\\r100 %")\n',
      /^It wrote a carriage return to stdout, in line 1, column 1\.$/,
      /^Print each state on a line of its own/,
    ],
    [
      'what a mask hides without a form',
      '# /// script\n# [tool.verbatim]\n# mask = [{ name = "sum", pattern = "= (.*)$" }]\n# ///\nprint("2 + 2 = 4")\n',
      /^The contract does not fit the output\. Nothing was written\.$/,
      /mask = \[\{ name = "sum", pattern = '= \(\\d\+\)\$' \}\]$/,
    ],
    [
      'what fails',
      'raise SystemExit(3)\n',
      /^Exit code 3, expected 0\.$/,
      /^Mend it, or declare it at the top of the file:\n# \/\/\/ script\n# \[tool\.verbatim\]\n# exit = 3\n# \/\/\/$/,
    ],
    [
      'what does not end',
      '# /// script\n# [tool.verbatim]\n# timeout = 0.5\n# ///\nwhile True:\n    pass\n',
      /^Still running after 0\.5 s\.$/,
      /timeout = 30$/,
    ],
    [
      'a contract that says more than the output has in it',
      '# /// script\n# [tool.verbatim]\n# mask = ["uuid"]\n# ///\nprint("a")\n',
      /^The contract does not fit the output\. Nothing was written\.$/,
      /^Mend the contract in the metadata block\.$/,
    ],
    [
      'a broken block',
      '# /// script\n# [tool.verbatim]\n# exit = 300\n# ///\n',
      /^exit is too large: at most 255\.$/,
      /^# exit = 1$/,
    ],
    [
      'what asks for another Python',
      '# /// script\n# requires-python = "<3"\n# ///\n',
      /^No interpreter satisfies requires-python "<3"\.$/,
      /^Install one, or name it: --python PATH$/,
    ],
  ])('%s', async ([, source, title, remedy]) => {
    const root = await project({ 'a.py': source });
    const [acceptance] = await recordIn(root);
    expect(acceptance).toMatchObject({
      kind: 'refused',
      id: 'a',
      problems: [
        { file: 'examples/a.py', title: expect.stringMatching(title), remedy: expect.stringMatching(remedy) },
      ],
    });
    expect(await filesIn(root)).toEqual(['a.py']);
  });

  test('what falls short in another run than the first, which is named with its conditions', async () => {
    const root = await project({ 'a.py': 'import sys\n\nsys.exit(sys.getswitchinterval() < 0.001)\n' });
    expect(await recordIn(root)).toMatchObject([
      {
        kind: 'refused',
        problems: [
          {
            title:
              'Run 2 of 2 (all cores, switch interval 0.000001 s, hash seed 1): Exit code 1, expected 0.',
          },
        ],
      },
    ]);
  });

  test('one of several, and the others are accepted', async () => {
    const root = await project({ 'bad.py': 'raise SystemExit(3)\n', 'good.py': 'print("hello")\n' });
    expect((await recordIn(root)).map(({ kind, id }) => [id, kind]).sort()).toEqual([
      ['bad', 'refused'],
      ['good', 'recorded'],
    ]);
    expect(await filesIn(root)).toEqual(['bad.py', 'good.out', 'good.py', 'recordings.json']);
  });
});

/**
 * Two builds with the global interpreter lock of different minor versions, the newer first; none where this
 * machine has one alone.
 */
const [NEW, OLD] = (await findInterpreters([], process.env, userCache())).filter(
  ({ gil, version }, index, all) =>
    gil && all.findIndex(other => other.gil && minor(other.version) === minor(version)) === index,
);

describe.runIf(OLD !== undefined)('of several interpreters', () => {
  const [newer, older] = [NEW as Interpreter, OLD as Interpreter];
  const recordBoth = (root: string): Promise<readonly RecordResult[]> =>
    record({ root, runs: 2, pythons: [older.path, newer.path] });
  const tag = older === undefined ? '' : tagOf(older);
  const isOlder = `sys.version_info < (3, ${minor(newer?.version ?? '')})`;
  const DIFFERS = `import sys\n\nprint("old" if ${isOlder} else "new")\n`;

  test('what all print is recorded once', async () => {
    const root = await project({ 'a.py': 'print("hello")\n' });
    expect(await recordBoth(root)).toEqual([{ kind: 'recorded', id: 'a', change: '+hello' }]);
    expect(await recordBoth(root)).toEqual([{ kind: 'unchanged', id: 'a' }]);
    expect(await filesIn(root)).toEqual(['a.out', 'a.py', 'recordings.json']);
  });

  test('another output is recorded beside it, and goes when it is the same again', async () => {
    const root = await project({ 'a.py': DIFFERS });
    expect(await recordBoth(root)).toEqual([
      { kind: 'recorded', id: 'a', change: '+new' },
      { kind: 'recorded', id: 'a', tag, change: '-new\n+old' },
    ]);
    expect(await filesIn(root)).toEqual([`a.${tag}.out`, 'a.out', 'a.py', 'recordings.json']);
    expect(await receiptsIn(root)).toEqual({
      a: { sha256: digest({ out: 'new\n' }), python: newer.version, runs: 2 },
      [`a ${tag}`]: { sha256: digest({ out: 'old\n' }), python: older.version, runs: 2 },
    });
    expect(await recordBoth(root)).toEqual([{ kind: 'unchanged', id: 'a' }]);
    await writeFile(join(root, 'examples', 'a.py'), 'print("new")\n');
    expect(await recordBoth(root)).toEqual([{ kind: 'removed', id: 'a', tag }]);
    expect(await filesIn(root)).toEqual(['a.out', 'a.py', 'recordings.json']);
  });

  test('unasked, those with a recording of their own are recorded too', async () => {
    const root = await project({ 'a.py': DIFFERS });
    await recordBoth(root);
    await writeFile(join(root, 'examples', 'a.py'), DIFFERS.replace('"old"', '"older"'));
    expect(await record({ root, runs: 2 })).toEqual([
      { kind: 'recorded', id: 'a', tag, change: '-old\n+older' },
    ]);
  });

  test('one that falls short is named, and nothing is written', async () => {
    const root = await project({
      'a.py': `import sys\n\nassert sys.version_info >= (3, ${minor(newer.version)})\n`,
    });
    expect(await recordBoth(root)).toMatchObject([
      {
        kind: 'refused',
        id: 'a',
        problems: [{ title: `CPython ${older.version}: Exit code 1, expected 0: uncaught AssertionError.` }],
      },
    ]);
    expect(await filesIn(root)).toEqual(['a.py']);
  });
});

function minor(version: string): number {
  return Number(version.split('.')[1]);
}
