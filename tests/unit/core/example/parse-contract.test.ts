import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../../src/core/problems/problem.ts';
import { contractOf, exampleOf, problemsOf, sourceOf } from '../../../fixtures/examples.ts';

const reported = (table: string): string[] =>
  problemsOf(sourceOf(table)).map(({ line, title, remedy }: Problem) => `line ${line}: ${title}\n${remedy}`);

const ORDER = [
  'One of these lines:',
  '# order = "any"',
  '# order = { stages = ["Start *", "Done *"] }',
  String.raw`# order = { key = '^(\w+):' }`,
].join('\n');
const MASK = String.raw`One of these lines:
# mask = ["duration"]
# mask = [{ name = "ratio", pattern = '(\d+\.\d+) times', min = 1.2, max = 2.5 }]`;
const ELAPSED = '# elapsed = { min = 1.9, max = 4.0 }';
const TITLE = '# title = "Downloads, one after another"';

test('without a table, exactly these lines are promised, and nothing is asked for', () => {
  expect(exampleOf().contract).toEqual({
    artifacts: {},
    order: 'exact',
    mask: [],
    args: [],
    env: {},
    timeout: 10,
    network: false,
    cores: 1,
  });
});

describe('a right value is taken:', () => {
  test.for([
    ['order = "any"', { order: 'any' }],
    ['order = { stages = ["a *", ""] }', { order: { stages: ['a *', ''] } }],
    ["order = { key = '^(\\w+):' }", { order: { key: '^(\\w+):' } }],
    ["order = { stages = ['a'], key = '(b)' }", { order: { stages: ['a'], key: '(b)' } }],
    ['mask = ["duration", "thread-id"]', { mask: ['duration', 'thread-id'] }],
    [
      "mask = [{ name = 'ratio', pattern = '(\\d) times', min = 1, max = 2.5 }]",
      { mask: [{ name: 'ratio', pattern: '(\\d) times', min: 1, max: 2.5 }] },
    ],
    ['exit = 255', { exit: 255 }],
    ['raises = "json.decoder.JSONDecodeError"', { raises: 'json.decoder.JSONDecodeError' }],
    ['stderr = true', { stderr: true }],
    ['stdin = "Ada\\n"', { stdin: 'Ada\n' }],
    ['args = ["--verbose", ""]', { args: ['--verbose', ''] }],
    ['env = { NAME = "Ada" }', { env: { NAME: 'Ada' } }],
    ['timeout = 0.5', { timeout: 0.5 }],
    ['elapsed = { max = 4 }', { elapsed: { max: 4 } }],
    ['network = true', { network: true }],
    ['cores = 2', { cores: 2 }],
    ['optional = true', { optional: true }],
    ['title = "A race"', { title: 'A race' }],
    // What contradicts nothing, though it says something twice.
    ['raises = "ValueError"\nexit = 1\nstderr = true', { raises: 'ValueError', exit: 1, stderr: true }],
  ] as const)('%s', ([table, expected]) => {
    expect(exampleOf(sourceOf(table)).contract).toEqual(contractOf(expected));
  });
});

describe('a wrong value is reported with its line, what is wrong with it, and a line that is right:', () => {
  test.for([
    ['order = "some"', `order is neither "exact", "any", { stages = […] } nor { key = … }.\n${ORDER}`],
    ['order = {}', `order names neither stages nor a key.\n${ORDER}`],
    ['order = { stages = [] }', `order.stages is empty.\n# order = { stages = ["Start *", "Done *"] }`],
    [
      'order = { stages = "a *" }',
      `order.stages is not a list.\n# order = { stages = ["Start *", "Done *"] }`,
    ],
    [
      "order = { key = '(' }",
      `order.key is not a regular expression of RE2: missing closing ), in "(".\n# order = { key = '^(\\w+):' }`,
    ],
    [
      "order = { key = 'a' }",
      "order.key has no group, or more than one: put ( ) around the part that is the key.\n# order = { key = '(a)' }",
    ],
    [
      "order = { key = '(a)(b)' }",
      "order.key has no group, or more than one: put ( ) around the part that is the key.\n# order = { key = '(?:a)(b)' }",
    ],
    ['mask = "duration"', `mask is not a list.\n${MASK}`],
    [
      'mask = ["durations"]',
      `mask 1 is none of duration, address, thread-id, pid, date, uuid, path, nor { name, pattern }.\nDid you mean "duration"?\n# mask = ["duration"]`,
    ],
    ["mask = [{ name = 'a' }]", `mask 1: pattern is missing.\n${MASK}`],
    [
      "mask = ['pid', { name = 'A b', pattern = 'x' }]",
      `mask 2: name is not lower-case letters, digits and hyphens.\n# mask = ['pid', { name = "ratio", pattern = 'x' }]`,
    ],
    [
      "mask = [{ name = 'a', pattern = '[' }]",
      String.raw`mask 1: pattern is not a regular expression of RE2: missing closing ], in "[".
# mask = [{ name = 'a', pattern = '(\d+\.\d+) times' }]`,
    ],
    [
      "mask = [{ name = 'a', pattern = 'x', min = '1' }]",
      "mask 1: min is not a number.\n# mask = [{ name = 'a', pattern = 'x', min = 1 }]",
    ],
    ['exit = "1"', 'exit is not a number.\n# exit = 1'],
    ['exit = 1.5', 'exit is not a whole number.\n# exit = 1'],
    ['exit = -1', 'exit is too small: at least 0.\n# exit = 1'],
    ['exit = 256', 'exit is too large: at most 255.\n# exit = 1'],
    ['raises = true', 'raises is not text.\n# raises = "ValueError"'],
    ['raises = "Value Error"', 'raises is not the name of an exception type.\n# raises = "ValueError"'],
    ['stderr = "yes"', 'stderr is not true or false.\n# stderr = true'],
    ['stdin = 5', 'stdin is not text.\n# stdin = "Ada\\n"'],
    ['args = "--verbose"', 'args is not a list.\n# args = ["--verbose"]'],
    ['args = [1]', 'args 1 is not text.\n# args = ["--verbose"]'],
    ...[129, 137, 192].map(
      code =>
        [
          `exit = ${code}`,
          'exit is what a shell reports of a process that a signal ended, so it proves no exit code.\n# exit = 1',
        ] as const,
    ),
    ['env = "NAME=Ada"', 'env is not a table.\n# env = { NAME = "Ada" }'],
    ['env = { NAME = 1 }', 'env.NAME is not text.\n# env = { NAME = "Ada" }'],
    [
      'env = { NAME = "a\\u0000" }',
      'env.NAME holds a NUL character, which no program can be given.\n# env = { NAME = "Ada" }',
    ],
    [
      'args = ["a", "b\\u0000"]',
      'args 2 holds a NUL character, which no program can be given.\n# args = ["--verbose"]',
    ],
    [
      'env = { 1NAME = "Ada" }',
      'env.1NAME is not the name of an environment variable.\n# env = { NAME = "Ada" }',
    ],
    ['timeout = "20"', 'timeout is not a number.\n# timeout = 20'],
    ['timeout = 0', 'timeout is not above 0.\n# timeout = 20'],
    ['timeout = 601', 'timeout is too large: at most 600.\n# timeout = 20'],
    ['elapsed = 3', `elapsed is not a table.\n${ELAPSED}`],
    ['elapsed = {}', `elapsed names neither min nor max.\n${ELAPSED}`],
    ['elapsed = { min = -1 }', 'elapsed.min is too small: at least 0.\n# elapsed = { min = 1.2 }'],
    ['network = "off"', 'network is not true or false.\n# network = false'],
    ['cores = 0', 'cores is too small: at least 1.\n# cores = 2'],
    ['cores = 65', 'cores is too large: at most 64.\n# cores = 2'],
    ['optional = 1', 'optional is not true or false.\n# optional = true'],
    ['title = ""', `title is empty.\n${TITLE}`],
    ['title = 3', `title is not text.\n${TITLE}`],
  ] as const)('%s', ([table, expected]) => {
    expect(reported(table)).toEqual([`line 3: ${expected}`]);
  });
});

test('an exit code that no signal gives can be promised', () => {
  expect([0, 128, 193, 255].flatMap(code => reported(`exit = ${code}`))).toEqual([]);
});

test('a variable that a sample may not set is reported at its place', () => {
  expect(
    problemsOf('# /// script\n# [tool.verbatim]\n# env = { NAME = "Ada", HOME = "/root" }\n# ///\n').map(
      ({ line, column }) => [line, column],
    ),
  ).toEqual([[3, 25]]);
});

describe('an unknown key', () => {
  test('is reported with the nearest one', () => {
    expect(reported('exit = 1\ntimout = 3')).toEqual([
      'line 4: [tool.verbatim] has no key "timout".\nDid you mean "timeout"?',
    ]);
  });

  test('that is like none is reported with all of them', () => {
    expect(reported('interactive = true')).toEqual([
      'line 3: [tool.verbatim] has no key "interactive".\nKnown: order, mask, exit, raises, ' +
        'stderr, stdin, args, env, timeout, elapsed, network, cores, optional, title, hangs, outcomes, ' +
        'timeline, color, terminal, artifacts, browser, variant',
    ]);
  });

  test('inside a table is reported with the nearest one there', () => {
    expect(reported('elapsed = { minimum = 1, max = 3 }')).toEqual([
      'line 3: elapsed has no key "minimum".\nKnown: min, max',
    ]);
    expect(reported("order = { stages = ['a'], kee = 'b' }")).toEqual([
      'line 3: order has no key "kee".\nDid you mean "key"?',
    ]);
  });

  test('is one of several that are reported at once, each at its line', () => {
    expect(reported('titel = "a"\nordre = "any"').map(text => text.split(':')[0])).toEqual([
      'line 3',
      'line 4',
    ]);
  });
});

describe('two keys that contradict each other:', () => {
  test.for([
    [
      'raises = "ValueError"\nexit = 2',
      'line 4: An uncaught ValueError ends Python with exit code 1, not 2.\nRemove exit, or raises.',
    ],
    [
      'raises = "ValueError"\nexit = 0',
      'line 4: An uncaught ValueError ends Python with exit code 1, not 0.\nRemove exit, or raises.',
    ],
    [
      'stderr = false\nraises = "ValueError"',
      'line 3: The traceback of raises is written to stderr, so stderr is part of the output.\n' +
        'Remove stderr = false.',
    ],
    ['elapsed = { min = 3, max = 1 }', 'line 3: elapsed: min 3 is above max 1.\nSwap them: min = 1, max = 3'],
    [
      "mask = ['pid', { name = 'a', pattern = 'x', min = 3, max = 1 }]",
      'line 3: mask: min 3 is above max 1.\nSwap them: min = 1, max = 3',
    ],
    [
      'env = { NAME = "Ada", LD_PRELOAD = "./examples/pwn/quiet.out" }',
      'line 3: env.LD_PRELOAD: a sample may not set it, because it steers how programs load and run code.\n' +
        'Remove LD_PRELOAD from env.',
    ],
    [
      `env = { NAME = "${'a'.repeat(100_000)}" }`,
      'line 3: env holds 100004 bytes; a program can be given 100000.\n' +
        'Write the text to a file beside the sample (topic/name/main.py, topic/name/data.txt), and read it.',
    ],
    [
      `args = [${'"a",'.repeat(1_001)}]`,
      'line 3: args holds 1001 texts; a program can be given 1000.\n' +
        'Write the text to a file beside the sample (topic/name/main.py, topic/name/data.txt), and read it.',
    ],
    [
      `args = ["${'é'.repeat(30_000)}", "${'é'.repeat(30_000)}"]`,
      'line 3: args holds 120000 bytes; a program can be given 100000.\n' +
        'Write the text to a file beside the sample (topic/name/main.py, topic/name/data.txt), and read it.',
    ],
  ] as const)('%j', ([table, expected]) => {
    expect(reported(table)).toEqual([expected]);
  });
});

describe('the line of a mistake', () => {
  test('is that of its key in a table of several lines', () => {
    expect(
      reported('mask = [\n  "pid",\n  "durations",\n]\nexit = 300').map(text => text.split(':')[0]),
    ).toEqual(['line 3', 'line 7']);
  });

  test('is that of the key in a table with a header of its own', () => {
    expect(
      problemsOf('import a\n# /// script\n# [tool.verbatim.env]\n# NAME = 1\n# ///\n').map(
        ({ line, title }) => [line, title],
      ),
    ).toEqual([[4, 'env.NAME is not text.']]);
  });

  test('is not that of a text which mentions the key', () => {
    expect(
      reported('title = "What does order = any mean?"\norder = 3').map(text => text.split(':')[0]),
    ).toEqual(['line 4']);
  });
});

describe('a table inside of a table', () => {
  const outcomes = (...rows: readonly string[]): string =>
    ['', '[tool.verbatim.outcomes]', ...rows.flatMap(row => ['[[tool.verbatim.outcomes.table]]', row])].join(
      '\n',
    );
  const FIRST = 'prints = "a"\nmeaning = "A."';

  test.for<readonly [block: string, expected: string]>([
    [
      outcomes(FIRST, 'prints = "b"'),
      'line 8: outcomes.table 2: meaning is missing.\nBelow this line:\n# meaning = "Both threads count."',
    ],
    [
      outcomes(FIRST, 'prints = "b"\nmeaning = 3'),
      'line 10: outcomes.table 2: meaning is not text.\n# meaning = "Both threads count."',
    ],
    [
      outcomes(FIRST, 'prints = "b"\nmeaning = "B."\nsenn = true'),
      'line 11: outcomes.table 2 has no key "senn".\nDid you mean "seen"?',
    ],
    [
      outcomes(FIRST).replace('[[', 'runs = 5\n[['),
      'line 5: outcomes.runs is too small: at least 20.\n# runs = 200',
    ],
  ])('is reported at its line, with what to paste there: %s', ([block, expected]) => {
    expect(reported(block)).toContain(expected);
  });

  test('lacks an entry, and is not empty', () => {
    expect(reported(outcomes(FIRST))[0]).toMatch(
      /^line 4: outcomes\.table has too few entries: at least 2\./,
    );
  });
});
