import { expect, test } from 'vitest';
import { wordsOf } from '../../../../../src/core/words/languages.ts';
import { changesMarkdown } from '../../../../../src/site/pages/proof/changes-markdown.ts';
import { changedVersions, hasChanges } from '../../../../../src/site/pages/proof/changes.ts';

const change = { tag: '3.13t', than: '3.13', streams: [], files: [], unverified: [] };
const EXAMPLES = [
  { id: 'a/none', href: '/examples/a/none/', changes: [] },
  {
    id: 'a/two',
    href: '/examples/a/two/',
    changes: [
      { ...change, id: 'a/two', unverified: ['3.13t', '3.13'] },
      { ...change, id: 'a/two', tag: '3.9', than: '3.8', files: ['plot.svg'] },
      {
        ...change,
        id: 'a/two.without-b',
        variant: 'without b',
        tag: '3.15',
        streams: [
          {
            stream: 'err',
            lines: [
              { sign: '-', text: 'x' },
              { sign: ' ', text: '```' },
            ],
          },
        ],
      },
    ],
  },
] as const;

test('versions come from the newest on, free-threaded builds last', () => {
  const versions = changedVersions(EXAMPLES);
  expect(versions.map(({ name, anchor }) => [name, anchor])).toEqual([
    ['3.15', 'python-3-15'],
    ['3.9', 'python-3-9'],
    ['3.13 free-threaded', 'python-3-13t'],
  ]);
  expect(versions.map(({ changes: [first] }) => first)).toMatchObject([
    { title: 'a/two, without b', href: '/examples/a/two/', than: '3.13', unverified: '' },
    { title: 'a/two', than: '3.8' },
    { title: 'a/two', than: '3.13', unverified: '3.13 free-threaded, 3.13' },
  ]);
});

test('without a change there is no page', () => {
  expect(hasChanges(EXAMPLES)).toBe(true);
  expect(hasChanges(EXAMPLES.slice(0, 1))).toBe(false);
});

test('the same as Markdown: each difference is a block that holds every line', () => {
  const urlOf = (href: string): string => `https://name.example${href}`;
  expect(changesMarkdown(changedVersions(EXAMPLES), wordsOf('en').changes, urlOf)).toMatchInlineSnapshot(`
    "# Changes by version

    Which outputs of these samples changed with which version of Python, and in which lines.

    ## Python 3.15

    ### [a/two, without b](https://name.example/examples/a/two/)

    Compared with Python 3.13.

    Error output:

    \`\`\`\`diff change=a/two.without-b stream=err python=3.15
    -x
     \`\`\`
    \`\`\`\`

    ## Python 3.9

    ### [a/two](https://name.example/examples/a/two/)

    Compared with Python 3.8. Files that changed: plot.svg.

    ## Python 3.13 free-threaded

    ### [a/two](https://name.example/examples/a/two/)

    Compared with Python 3.13. This build did not verify the output of Python 3.13 free-threaded, 3.13, so the lines are not shown.
    "
  `);
});
