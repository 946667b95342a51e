import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Lint, lint } from '../../src/lint/lint.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const SETTINGS = `[tool.ruff]
line-length = 72

[tool.ruff.lint]
select = ["B", "E", "F", "I", "UP"]

[tool.ruff.lint.per-file-ignores]
"topic/on_purpose.py" = ["F401"]
"topic/sound.py" = ["F401"]

[tool.pyright]
typeCheckingMode = "standard"

[[tool.pyright.executionEnvironments]]
root = "topic/on_purpose.py"
reportOptionalMemberAccess = false

[[tool.pyright.executionEnvironments]]
root = "topic/gone.py"
reportOptionalMemberAccess = false
`;

const since = (version: string, code: string): string =>
  `# /// script\n# requires-python = ">=${version}"\n# ///\n${code}`;
const NEW_IN_3_13 = 'import queue\n\njobs = queue.Queue()\njobs.shutdown()\n';
const FILES: Readonly<Record<string, string>> = {
  'pyproject.toml': SETTINGS,
  'topic/sound.py': 'print("hello")\n',
  'topic/badly_laid_out.py': 'import time\nimport math\nprint( math.pi,time.time() )\n',
  'topic/long.py': `# ${'word '.repeat(15)}end\n`,
  'topic/slip.py': 'import re\n\nprint(re.match("a", "b").group())\n\n\ndef f(x=[]):\n    return x\n',
  'topic/on_purpose.py': 'import os\nimport re\n\nprint(re.match("a", "b").group())\n',
  'topic/too_new.py': since('3.11', NEW_IN_3_13),
  'topic/new_enough.py': since('3.13', NEW_IN_3_13),
  'topic/several/main.py': 'from words import WORDS\n\nprint(WORDS)\n',
  'topic/several/words.py': 'WORDS = ["a"]\nWORDS.add("b")\n',
  'topic/unreadable.py': '# /// script\nprint("no end")\n',
};

const folder = (files: Readonly<Record<string, string>>): Promise<string> =>
  temporaryFolder(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`examples/${path}`, text])),
  );

describe('samples', () => {
  let found: Lint;
  let root: string;
  // Pyright takes seconds to start: all that it has to find, it finds at once.
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'verbatim-test-'));
    for (const [path, text] of Object.entries(FILES)) {
      await mkdir(dirname(join(root, 'examples', path)), { recursive: true });
      await writeFile(join(root, 'examples', path), text);
    }
    found = await lint({ root, examples: 'examples', words: [], fix: false });
  });
  afterAll(() => rm(root, { recursive: true, force: true }));
  const problemsOf = (file: string): string[] =>
    found.problems
      .filter(each => each.file === `examples/${file}`)
      .map(({ line, column, title, remedy }) => `${line}:${column} ${title} ${remedy}`);

  test('that are sound pass, those of several files too, each under the oldest Python that it takes', () => {
    expect([
      problemsOf('topic/sound.py'),
      problemsOf('topic/new_enough.py'),
      problemsOf('topic/several/main.py'),
    ]).toEqual([[], [], []]);
    expect(found.files).toBe(9);
  });

  test('that are badly laid out are shown as they should be', () => {
    expect(found.problems.filter(({ file }) => file === 'examples/topic/badly_laid_out.py')).toEqual([
      {
        file: 'examples/topic/badly_laid_out.py',
        line: 1,
        column: 1,
        title: 'It is not in the format of Ruff.',
        remedy: 'npm run lint -- --fix',
        detail:
          '-import time\n import math\n-print( math.pi,time.time() )\n+import time\n+\n' +
          '+print(math.pi, time.time())',
      },
    ]);
  });

  test('with slips are reported with the position, the rule, and what to do', () => {
    expect(problemsOf('topic/slip.py')).toEqual([
      '3:26 "group" is not a known attribute of "None" (reportOptionalMemberAccess). Mend it; ' +
        'if it is what the sample shows, turn reportOptionalMemberAccess off for it in ' +
        'examples/pyproject.toml.',
      '6:9 Do not use mutable data structures for argument defaults (B006). Replace with ' +
        '`None`; initialize within function',
    ]);
    expect(problemsOf('topic/long.py')).toEqual(['1:73 Line too long (80 > 72) (E501). Break the line.']);
    expect(problemsOf('topic/too_new.py')[0]).toMatch(
      /^7:6 Cannot access attribute "shutdown" for class "Queue\[.*\(reportAttributeAccessIssue\)\. Mend it/,
    );
    expect(problemsOf('topic/several/words.py')[0]).toMatch(
      /^2:7 Cannot access attribute "add" for class "list\[str\]"/,
    );
  });

  test('may do wrong on purpose what the settings name for them, and nothing else', () => {
    expect(problemsOf('topic/on_purpose.py')).toEqual([]);
    expect(problemsOf('pyproject.toml')).toEqual([
      '9:undefined Ruff finds no F401 in examples/topic/sound.py. Remove it here.',
      '19:undefined No sample is examples/topic/gone.py. Remove its table.',
    ]);
  });

  test('that are no examples are reported as by other commands', () => {
    expect(problemsOf('topic/unreadable.py')).toHaveLength(1);
  });

  test('were not touched', async () => {
    for (const [path, text] of Object.entries(FILES))
      expect([path, await readFile(join(root, 'examples', path), 'utf8')]).toEqual([path, text]);
  });
});

test('--fix lays out the samples that are named, sorts their imports, and touches nothing else', async () => {
  const root = await folder(FILES);
  const { formatted, problems } = await lint({
    root,
    examples: 'examples',
    words: ['topic/badly_laid_out', 'topic/sound'],
    fix: true,
  });
  expect([formatted, problems]).toEqual([['examples/topic/badly_laid_out.py'], []]);
  expect(await readFile(join(root, 'examples', 'topic', 'badly_laid_out.py'), 'utf8')).toBe(
    'import math\nimport time\n\nprint(math.pi, time.time())\n',
  );
  expect(await readFile(join(root, 'examples', 'topic', 'slip.py'), 'utf8')).toBe(FILES['topic/slip.py']);
});

test.for([
  ['line-length = ', /^examples\/pyproject\.toml:1:\d+ The file is not TOML\.$/],
  ['[tool.ruff]\nline-lenght = 72', /^examples\/pyproject\.toml Ruff does not take its settings\.$/],
] as const)(
  'settings that are not understood are a problem of the settings: %j',
  async ([settings, message]) => {
    const root = await folder({ 'topic/sound.py': 'print()\n', 'pyproject.toml': settings });
    await expect(lint({ root, examples: 'examples', words: [], fix: false })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(message) as string,
    });
  },
);
