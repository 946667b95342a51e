import { describe, expect, test } from 'vitest';
import { parseExample } from '../../../../src/core/variant/parse-example.ts';
import type { Problem } from '../../../../src/core/problems/problem.ts';
import { scan } from '../../../../src/site/article/parse-mdx.ts';
import { articleBounds } from '../../../../src/site/claims/article-bounds.ts';
import { claimScore } from '../../../../src/site/claims/claim-score.ts';
import { literalProblems, numberProblems } from '../../../../src/site/claims/number-problems.ts';
import { buildReference } from '../../../../src/site/figures/build-reference.ts';
import { checkedExample, type CheckedExamples } from '../../../../src/site/figures/parts/checked-example.ts';
import { en } from '../../../../src/core/words/en/en.ts';
import { PLAIN } from '../../../../src/site/highlight/plain-highlighter.ts';

const FILE = 'content/a/b.mdx';

/** Examples `t/<name>` with what is recorded of each, and their contracts. */
function examplesOf(recordings: Readonly<Record<string, string>>, contract = ''): CheckedExamples {
  const block = contract === '' ? '' : `# /// script\n# [tool.verbatim]\n# ${contract}\n# ///\n`;
  return new Map(
    Object.entries(recordings).map(([name, out]) => {
      const source = new TextEncoder().encode(`${block}print("x")\n`);
      const path = `examples/t/${name}.py`;
      const { value, problems } = parseExample(`t/${name}`, path, new Map([[`${name}.py`, source]]));
      if (value === undefined) throw new Error(JSON.stringify(problems));
      return [value.id, checkedExample(value, [], value, { base: { out }, versions: new Map() })];
    }),
  );
}

function treeOf(article: string) {
  const { value, problems } = scan(article, FILE);
  if (value === undefined) throw new Error(JSON.stringify(problems));
  return value;
}

/** All that is wrong with the numbers and the quotations of an article. */
function problemsOf(article: string, examples: CheckedExamples): readonly Problem[] {
  const found = treeOf(article);
  const built = found.references.flatMap(
    reference =>
      buildReference(reference, FILE, new Set(), { examples, highlighter: PLAIN, words: en }).problems ?? [],
  );
  return [...numberProblems(found, article, FILE, examples), ...literalProblems(found.tags, FILE), ...built];
}

const EXAMPLE = '<Example file="t/a.py" />\n\n';

describe('the tag that a message proposes can be pasted in place of the number', () => {
  test.for([
    ['Five downloads were made.', 'Five', 'Made 5 downloads\n'],
    ['The counter is 500,000 now.', '500,000', 'Counter: 500000\n'],
    ['A *hundred* connections.', 'hundred', '100 replies\n'],
    [
      'About two seconds.',
      'two',
      'in 2.1 seconds\n',
      `mask = [{ name = "s", pattern = 'in (\\d\\.\\d) s', min = 1.9, max = 3 }]`,
    ],
    ['Page 4 comes last.', '4', 'page 4: x\npage 4: y\npage 3\n'],
    ['The last is 16.', '16', '1\n4\n9\n16\n'],
    ['The last is 16.', '16', '4\n4\n9\n16\n'],
    ['It is 12 times "a".', '12', 'say "a" <b> & {c} 12\nsay\n'],
    ['It is 12 eggs.', '12', 'it\'s "12" `eggs` | x\n'],
    ['It takes 40 percent.', '40', '\u001B[1m40\u001B[0m% of it\n'],
    ['It says twenty-five\nwords.', 'twenty-five', '25 words\n'],
    ['It says twenty\nfive words.', 'twenty\nfive', '25 words\n'],
    ['It made 6 downloads.', '6', 'Made 5 downloads\n'],
    ['It made six downloads.', 'six', 'Made 5 downloads\n'],
    ['Below zero, at -5 percent.', '-5', 'now -5%\n'],
    ['(Not 1,000, but 7.5.)', '7.5', '7.5\n'],
  ] as const)('%j', ([text, number, out, contract]) => {
    const examples = examplesOf({ a: out }, contract);
    const [problem, ...others] = problemsOf(EXAMPLE + text, examples);
    expect(others).toEqual([]);
    expect(problem?.remedy).toMatch(/^<Value /);
    const at = EXAMPLE.split('\n').length - 1 + text.slice(0, text.indexOf(number)).split('\n').length;
    expect(problem?.line).toBe(at);
    const pasted = EXAMPLE + text.replace(number, () => problem?.remedy ?? '');
    expect(problemsOf(pasted, examples)).toEqual([]);
    const literal = EXAMPLE + text.replace(number, () => `<Literal>${number.replace('\n', ' ')}</Literal>`);
    expect(problemsOf(literal, examples)).toEqual([]);
    expect(claimScore(treeOf(literal).tree, examples)).toMatchObject({ literal: 1, unanswered: 0 });
  });
});

describe('numbers are looked for', () => {
  const examples = examplesOf({ a: 'Made 5 downloads\n', b: 'Ran 7 jobs\n' });
  const numbersIn = (article: string): (string | undefined)[] =>
    problemsOf(article, examples).map(({ title }) => /"(?<said>[^"]+)"/.exec(title)?.groups?.said);

  test.for([
    ['a paragraph, before the example too', 'It made 5 downloads.\n\n<Example file="t/a.py" />'],
    ['a list', `${EXAMPLE}- It made 5 downloads`],
    ['a table', `${EXAMPLE}| a | b |\n| - | - |\n| 5 downloads | x |`],
    ['a quotation', `${EXAMPLE}> It made 5 downloads`],
    ['a callout', `${EXAMPLE}<Note>\n\nIt made 5 downloads\n\n</Note>`],
    ['a callout in one line', `${EXAMPLE}<Note>It made 5 downloads</Note>`],
    ['what is folded', `${EXAMPLE}<details><summary>It made 5 downloads</summary></details>`],
    ['a note', `${EXAMPLE}A note[^1].\n\n[^1]: It made 5 downloads`],
    ['emphasis', `${EXAMPLE}It made **5** downloads`],
    ['elements of HTML', `${EXAMPLE}It made <b>5</b> downloads`],
    ['characters that are escaped', `${EXAMPLE}It made &#53; downloads`],
    ['literals of JavaScript', `${EXAMPLE}It made {5} downloads`],
    ['a section with a heading inside', `## A\n\n${EXAMPLE}### B\n\nIt made 5 downloads`],
    ['what shows the output alone', '<Output file="t/a.py" />\n\nIt made 5 downloads'],
  ] as const)('in %s', ([, article]) => {
    expect(numbersIn(article)).toEqual([expect.stringMatching(/^5(?: downloads)?$/)]);
  });

  test.for([
    ['a section without the example', `## A\n\n${EXAMPLE}## B\n\nIt made 5 downloads.`],
    ['code in a line', `${EXAMPLE}It made \`5\` downloads`],
    ['a heading', `${EXAMPLE}### It made 5 downloads`],
    ['a link', `${EXAMPLE}It made [5 downloads](/a/b/)`],
    ['a fence', `${EXAMPLE}\`\`\`text\n5 downloads\n\`\`\``],
    ['a comment', `${EXAMPLE}{/* 5 downloads */}`],
    ['front matter', `---\nsummary: 5 downloads\n---\n\n${EXAMPLE}`],
  ] as const)('not in %s', ([, article]) => {
    expect(numbersIn(article)).toEqual([]);
  });

  test('the numbers of all examples of a section count', () => {
    const both = '<Example file="t/a.py" />\n\n<Output file="t/b.py" />\n\n';
    expect(numbersIn(`${both}5 downloads, 7 jobs, 8 jobs, 9 cakes`)).toEqual([
      '5 downloads',
      '7 jobs',
      '8 jobs',
    ]);
  });
});

describe('a comparison', () => {
  const ratio = (bounds: string): string =>
    `mask = [{ name = "ratio", pattern = '(\\d\\.\\d) times', ${bounds} }]`;
  const compare = (bounds: string, text: string): (string | undefined)[] =>
    problemsOf(`${EXAMPLE}${text}`, examplesOf({ a: 'It is 1.8 times as fast\n' }, ratio(bounds))).map(
      ({ remedy }) => remedy,
    );

  test('is refused if the bounds of its ratio permit 1.0', () => {
    expect(compare('min = 1.0, max = 3.0', 'It is clearly faster.')).toEqual(['min = 1.1']);
    expect(compare('max = 3.0', 'It is clearly faster.')).toEqual(['min = 1.1']);
    expect(compare('min = 0.2, max = 1.0', 'It is much slower.')).toEqual(['max = 0.9']);
  });

  test('passes if they refuse 1.0, or if it compares nothing', () => {
    expect(compare('min = 1.1, max = 3.0', 'It is clearly faster.')).toEqual([]);
    expect(compare('min = 0.2, max = 0.9', 'It is much slower.')).toEqual([]);
    expect(compare('min = 1.0, max = 3.0', 'It is fast.')).toEqual([]);
    expect(compare('min = 1.0, max = 3.0', '## Others\n\nIt is faster.')).toEqual([]);
  });

  test('is judged by the ratio that it quotes, if it quotes one', () => {
    const masks = [
      `mask = [{ name = "one-ratio", pattern = 'one: (\\d\\.\\d)', min = 0.5, max = 1.1 }, `,
      `{ name = "two-ratio", pattern = 'two: (\\d\\.\\d)', min = 1.5, max = 3.0 }]`,
    ].join('');
    const examples = examplesOf({ a: 'one: 1.0\ntwo: 1.8\n' }, masks);
    const said = (match: string, text: string): number =>
      problemsOf(
        `${EXAMPLE}It is <Value file="t/a.py" match="${match}">${text}</Value> times as fast.`,
        examples,
      ).length;
    expect([said('one: (.*)', '1.0'), said('two: (.*)', '1.8')]).toEqual([1, 0]);
    expect(problemsOf(`${EXAMPLE}It is faster.`, examples)).toEqual([]);
  });
});

test('bounds are listed beside the sentences that speak of them', () => {
  const contract = [
    `mask = [{ name = "seconds", pattern = 'in (\\d\\.\\d) s', min = 1.9, max = 3 }]`,
    'elapsed = { min = 1.9, max = 4 }',
  ].join('\n# ');
  const article = [
    '<Example file="t/a.py" />',
    '',
    'It *waits* for `it`. That takes about <Value file="t/a.py" match="in (.*) s" about={0.1}>2</Value> seconds. So!',
  ].join('\n');
  expect(
    articleBounds(treeOf(article).tree, article, examplesOf({ a: 'done in 2.1 s\n' }, contract)),
  ).toEqual([
    {
      of: 'examples/t/a.py',
      bound: 'mask "seconds", min = 1.9, max = 3',
      sentences: [{ text: 'That takes about 2 seconds.', line: 3, column: 22 }],
    },
    {
      of: 'examples/t/a.py',
      bound: 'elapsed, min = 1.9, max = 4',
      sentences: [{ text: 'That takes about 2 seconds.', line: 3, column: 22 }],
    },
    {
      of: 't/a.py',
      bound: 'about = 0.1, of 2',
      sentences: [{ text: 'That takes about 2 seconds.', line: 3, column: 22 }],
    },
  ]);
});

test('an article of a thousand numbers beside a long output is checked in a moment', () => {
  const article = EXAMPLE + 'It made 4 downloads and 17 jobs. '.repeat(1000);
  const out = Array.from({ length: 3000 }, (_, index) => `job ${index}: ${index} of 5 downloads`).join('\n');
  expect(problemsOf(article, examplesOf({ a: out })).at(-1)?.title).toBe(
    '1950 more numbers speak of outputs, and nothing binds them.',
  );
}, 20_000);
