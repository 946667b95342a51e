import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contractSchema } from '../../src/core/contract/contract-schema.ts';
import { parseExample } from '../../src/core/variant/parse-example.ts';
import { parseMetadata } from '../../src/core/example/metadata.ts';
import { textReport } from '../../src/report/text.ts';
import { discover } from '../../src/runner/examples/discover-examples.ts';
import { frontMatterSchema } from '../../src/site/article/front-matter-schema.ts';
import { checkProps } from '../../src/site/article/component-props.ts';
import { scan } from '../../src/site/article/parse-mdx.ts';
import { blockSchema } from '../fixtures/block-schema.ts';
import { MIXED } from '../fixtures/ledgers.ts';

/** Reads JSON as editors do: with comments, and with commas after the last of a list. */
const read = async (file: string): Promise<unknown> =>
  ts.parseConfigFileTextToJson(file, await readFile(`.vscode/${file}`, 'utf8')).config as unknown;
const asFile = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;

describe('the schemas for editors', () => {
  // `vitest -u` writes them anew.
  test('are those of the parsers', async () => {
    await expect(asFile(blockSchema())).toMatchFileSnapshot('../../.vscode/schemas/block.json');
    await expect(asFile(z.toJSONSchema(frontMatterSchema, { io: 'input' }))).toMatchFileSnapshot(
      '../../.vscode/schemas/front-matter.json',
    );
  });

  const parsed = (toml: string): boolean =>
    parseExample(
      'a',
      'a.py',
      new Map([['a.py', Buffer.from(`# /// script\n${toml.replaceAll(/^/gm, '# ')}\n# ///\n`)]]),
    ).problems === undefined;
  const permitted = (toml: string): boolean => {
    const { requiresPython, ...metadata } = parseMetadata(
      `# /// script\n${toml.replaceAll(/^/gm, '# ')}\n# ///\n`,
      'a.py',
    ).value ?? { dependencies: [], tool: {} };
    return z
      .fromJSONSchema(blockSchema())
      .safeParse({
        ...(requiresPython && { 'requires-python': requiresPython }),
        dependencies: metadata.dependencies,
        tool: { verbatim: metadata.tool },
      }).success;
  };

  /** A right and a wrong value for each key of the contract. */
  const VALUES: Readonly<Record<string, readonly [right: readonly string[], wrong: readonly string[]]>> = {
    order: [
      ['"any"', '{ stages = ["a *"] }', "{ key = '(a)' }"],
      ['"none"', '{}', '{ stages = [] }', '{ stage = ["a"] }'],
    ],
    mask: [
      ['["pid"]', "[{ name = 'a', pattern = 'b', min = 1 }]"],
      [
        '["pdi"]',
        '[{ name = "a" }]',
        "[{ name = 'A', pattern = 'b' }]",
        "[{ name = 'a', pattern = 'b', mim = 1 }]",
      ],
    ],
    exit: [['3'], ['256', '-1', '1.5', '"1"']],
    raises: [['"ValueError"'], ['"Value Error"', 'true']],
    stderr: [['true'], ['"yes"']],
    stdin: [['"12\\n"'], ['12']],
    args: [['["--loud"]'], ['"--loud"', '[1]']],
    env: [['{ MODE = "a" }'], ['{ "1MODE" = "a" }', '{ MODE = 1 }']],
    timeout: [
      ['0.5', '600'],
      ['0', '601'],
    ],
    elapsed: [['{ min = 0.1 }'], ['{}', '{ mim = 1 }', '{ max = 0 }']],
    network: [['true'], ['1']],
    cores: [['2'], ['0', '65', '1.5']],
    optional: [['true'], ['"true"']],
    timeline: [
      ['true', '{}', '{ resolution = 0.1, turns = true }'],
      ['false', '{ resolution = 0 }', '{ resolution = 11 }', '{ turn = true }'],
    ],
    hangs: [['true'], ['"true"']],
    outcomes: [
      [
        '{ runs = 20, table = [{ prints = "1", meaning = "a", seen = true }, { prints = "2", meaning = "b" }] }',
      ],
      [
        '{}',
        '{ table = [{ prints = "1", meaning = "a" }] }',
        '{ runs = 19, table = [{ prints = "1", meaning = "a" }, { prints = "2", meaning = "b" }] }',
        '{ table = [{ prints = "1" }, { prints = "2" }] }',
      ],
    ],
    browser: [
      ['false', 'true'],
      ['"no"', '0'],
    ],
    color: [
      ['true', 'false'],
      ['"auto"', '16'],
    ],
    terminal: [
      ['true', '{}', '{ columns = 72 }', '{ columns = 20, rows = 100 }'],
      ['false', '72', '{ columns = 19 }', '{ columns = 201 }', '{ rows = 1 }', '{ colums = 72 }'],
    ],
    artifacts: [
      ['{}', '{ "a.svg" = "A line" }', '{ "a.png" = { alt = "A line", threshold = 0.2 } }'],
      [
        '["a.svg"]',
        '{ "a.svg" = "" }',
        '{ "a.svg" = 1 }',
        '{ "a.html" = "A page" }',
        '{ "a/b.svg" = "A line" }',
        '{ "a.png" = { alt = "A line", threshold = 2 } }',
        '{ "a.png" = { alt = "A line", thresh = 1 } }',
        `{ ${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(each => `"${each}.txt" = "a"`).join(', ')} }`,
      ],
    ],
    title: [['"A title"'], ['""', '1']],
    // A real one needs code to change.
    variant: [['[]'], ['"a"', '[{}]', '[{ nam = "a" }]']],
  };

  test('know every key of the contract', () => {
    expect(Object.keys(VALUES).sort()).toEqual(Object.keys(contractSchema.shape).sort());
  });

  test.for(
    Object.entries(VALUES).flatMap(([key, [right, wrong]]) => [
      ...right.map(value => [key, value, true] as const),
      ...wrong.map(value => [key, value, false] as const),
    ]),
  )('say of %s = %s what the parser says: %s', ([key, value, expected]) => {
    const toml = `[tool.verbatim]\n${key} = ${value}`;
    expect([parsed(toml), permitted(toml)]).toEqual([expected, expected]);
  });

  test.for([
    ['requires-python = ">=3.11"', true],
    ['dependencies = []', true],
    ['dependencies = ["numpy"]', true],
    ['[tool.verbatim]\nexits = 1', false],
    ['[tool.other]\nx = 1', true],
  ] as const)('say of %j what the parser says: %s', ([toml, expected]) => {
    expect([parsed(toml), permitted(toml)]).toEqual([expected, expected]);
  });

  test('take every block of our examples', async () => {
    const schema = z.fromJSONSchema(blockSchema());
    const { examples } = await discover('.', 'examples');
    expect(
      examples
        .filter(({ metadata }) => !schema.safeParse({ tool: { verbatim: metadata.tool } }).success)
        .map(({ id }) => id),
    ).toEqual([]);
    expect(examples.length).toBeGreaterThan(100);
  });
});

/** A snippet as it is when nothing but Tab is pressed: each place holds its default, or its first choice. */
function filled(body: string | readonly string[]): string {
  let text = [body]
    .flat()
    .join('\n')
    .replaceAll('$TM_SELECTED_TEXT', 'x = 1')
    .replaceAll(/\$\{(\d+)\|((?:\\.|[^,|])+)[^|]*\|\}/g, '${$1:$2}');
  const defaults = new Map(
    [...text.matchAll(/\$\{(\d+):([^${}]*)\}/g)].map(([, number = '', value = '']) => [number, value]),
  );
  while (/\$\{\d+:/.test(text)) text = text.replaceAll(/\$\{\d+:([^${}]*)\}/g, '$1');
  return text
    .replaceAll(/\$(\d+)/g, (_, number: string) => defaults.get(number) ?? '')
    .replaceAll(/\\([\\$},|])/g, '$1');
}

describe('the snippets', async () => {
  const snippets = Object.entries(
    (await read('verbatim.code-snippets')) as Record<
      string,
      { readonly scope: string; readonly body: string | readonly string[] }
    >,
  );

  test.for(snippets.filter(([, { scope }]) => scope === 'mdx'))(
    '"%s" is a piece of an article',
    ([, { body }]) => {
      const { value, problems } = scan(`Text\n\n${filled(body)}\n`, 'a.mdx');
      expect(problems).toBeUndefined();
      expect(
        value?.references.flatMap(({ component, props }) => checkProps(component, props).problems),
      ).toEqual([]);
      expect(value?.fences.filter(({ meta }) => meta !== 'unverified')).toEqual([]);
    },
  );

  test.for(snippets.filter(([, { scope }]) => scope === 'python'))(
    '"%s" is a piece of an example',
    ([, { body }]) => {
      expect(
        parseExample('a', 'a.py', new Map([['a.py', Buffer.from(filled(body))]])).problems,
      ).toBeUndefined();
    },
  );
});

test('the tasks of an editor find every problem of a report, with its place', async () => {
  interface Matcher {
    readonly pattern: {
      readonly regexp: string;
      readonly file: number;
      readonly line?: number;
      readonly column?: number;
      readonly message: number;
    };
  }
  const { tasks } = (await read('tasks.json')) as {
    readonly tasks: readonly { readonly label: string; readonly problemMatcher: readonly Matcher[] }[];
  };
  const { NO_COLOR } = process.env;
  process.env.NO_COLOR = '1';
  const report = textReport(MIXED);
  if (NO_COLOR === undefined) delete process.env.NO_COLOR;
  const found = (tasks.find(({ label }) => label === 'check: all examples')?.problemMatcher ?? []).flatMap(
    ({ pattern: { regexp, file, line, column, message } }) =>
      report.split('\n').flatMap(text => {
        const match = new RegExp(regexp).exec(text);
        return match === null
          ? []
          : [[match[file], line && match[line], column && match[column], match[message]]];
      }),
  );
  expect(found).toEqual([
    [
      'examples/asyncio/groups.py',
      '1',
      '3',
      'No interpreter satisfies requires-python ">=3.14": there is CPython 3.13.0.',
    ],
    [
      'examples/threading/race.py',
      undefined,
      undefined,
      'Output differs from the recording, examples/threading/race.out:2',
    ],
    ['examples/notes.txt', undefined, undefined, 'The file belongs to no example.'],
  ]);
});
