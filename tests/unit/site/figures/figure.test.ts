import { expect, test } from 'vitest';
import { exampleOf } from '../../../fixtures/examples.ts';
import { checkedExample } from '../../../../src/site/figures/parts/checked-example.ts';
import { wholeFigure } from '../../../../src/site/figures/build-figure.ts';
import { surroundingWords } from '../../../../src/site/figures/parts/figure.ts';
import { PLAIN } from '../../../../src/site/highlight/plain-highlighter.ts';
import { en } from '../../../../src/core/words/en/en.ts';
import { buildReference } from '../../../../src/site/figures/build-reference.ts';

const SOURCE = `# /// script
# requires-python = ">=3.11"
# ///

# region outer
a = 1
# region inner
b = 2
# endregion
c = 3
# endregion
`;

/** What a page shows of the example with these props, and the classes that its stylesheet is told of. */
function shown(props: Readonly<Record<string, unknown>>): unknown {
  const example = exampleOf(SOURCE);
  const told: string[] = [];
  const highlighter = {
    lines: (source: string) => source.split('\n').slice(0, -1),
    skip: (skipped: number) => {
      told.push(`n${skipped} skips ${skipped}`);
      return `n${skipped}`;
    },
    indent: (columns: number) => `i${columns}`,
  };
  const { value } = buildReference(
    {
      component: 'Example',
      props: { file: 'topic/sample.py', ...props },
      files: ['topic/sample.py'],
      text: '',
      position: { line: 1, column: 1, start: 0, end: 0 },
      propPositions: {},
    },
    'content/a/b.mdx',
    new Set(),
    { examples: new Map([[example.id, checkedExample(example, [], example)]]), highlighter, words: en },
  );
  if (value?.kind !== 'figure' || value.code === undefined) throw new Error('No code is shown');
  const { code } = value;
  return {
    lines: code.lines.map(({ html, number, skip = '' }) => `${skip} ${number} ${html}`.trim()),
    marked: code.marked,
    told,
  };
}

test('lines have the numbers of the file; a class says how many are not shown above one', () => {
  expect(shown({})).toEqual({
    lines: ['n5 6 a = 1', 'n1 8 b = 2', 'n1 10 c = 3'],
    marked: [],
    told: ['n5 skips 5', 'n1 skips 1', 'n1 skips 1'],
  });
  expect(shown({ region: 'inner' })).toEqual({ lines: ['n7 8 b = 2'], marked: [], told: ['n7 skips 7'] });
});

test('a figure says whether its sample runs with the network', () => {
  const network = (source: string): unknown => {
    const example = exampleOf(source);
    const figure = wholeFigure(checkedExample(example, [], example) as Parameters<typeof wholeFigure>[0], {
      highlighter: PLAIN,
      words: en,
    });
    return surroundingWords(figure, en.result);
  };
  expect(network('# /// script\n# [tool.verbatim]\n# network = true\n# ///\n')).toBe(', with network');
  expect(network(SOURCE)).toBe('');
});

test('what was verified names the packages that the block asks for, and no others', () => {
  const block =
    '# /// script\n# dependencies = ["Typing_Extensions>=4", "rich[jupyter] ; python_version > \'3\'"]\n# ///\n';
  const installed = ['markdown-it-py', 'rich', 'typing-extensions'].map(name => ({ name, version: '4.0' }));
  const example = exampleOf(block);
  const entry = {
    id: 'topic/sample',
    file: 'a.py',
    verdict: 'verified',
    problems: [],
    packages: installed,
  } as const;
  const figure = wholeFigure(
    { ...checkedExample(entry, [entry], example), example },
    { highlighter: PLAIN, words: en },
  );
  expect(surroundingWords(figure, en.result)).toBe(', rich 4.0, typing-extensions 4.0');
});

test('an example is verified if one of several interpreters skips it, and skipped if all do', () => {
  const entry = {
    id: 'topic/sample',
    file: 'a.py',
    verdict: 'verified',
    problems: [],
    python: '3.13.0',
  } as const;
  const skipped = { id: 'topic/sample', file: 'a.py', verdict: 'skipped', problems: [] } as const;
  expect(checkedExample(entry, [skipped, entry]).entry.verdict).toBe('verified');
  expect(checkedExample(entry, [skipped, { ...entry, verdict: 'drifted' }]).entry.verdict).toBe('drifted');
  expect(checkedExample(entry, [skipped, skipped]).entry.verdict).toBe('skipped');
});

test('a file that is shown from its first line needs none there', () => {
  expect(shown({ block: true })).toMatchObject({
    lines: [
      '1 # /// script',
      '2 # requires-python = ">=3.11"',
      '3 # ///',
      '4',
      'n1 6 a = 1',
      'n1 8 b = 2',
      'n1 10 c = 3',
    ],
  });
});

test('marked lines are named by their numbers in the file, or by a part of one', () => {
  expect(shown({ highlight: '6,10' })).toMatchObject({ marked: [6, 10] });
  expect(shown({ highlight: 'b = ' })).toMatchObject({ marked: [8] });
});
