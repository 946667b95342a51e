import { expect, test } from 'vitest';
import { wordsOf } from '../../../../../src/core/words/languages.ts';
import { auditedSteps } from '../../../../../src/site/audit/plan/proof/audited-steps.ts';
import {
  changesEdition,
  changesLines,
  hasSteps,
  linkToChanges,
} from '../../../../../src/site/audit/plan/proof/expected-changes.ts';
import { recordedOn } from '../../../../fixtures/versions.ts';

const [BASE, NEWER, FREE] = [
  recordedOn('3.13', 'a\nb\n', 'all'),
  recordedOn('3.15', '\u001b[31ma\u001b[0m\nB\n'),
  recordedOn('3.13t', 'c\n'),
];
const example = (id: string, source?: string) => ({
  id,
  source,
  steps: auditedSteps([BASE, NEWER, FREE], recording => recording !== FREE),
  variants: [
    { id: `${id}.w`, change: { name: 'w' }, steps: auditedSteps([BASE, NEWER], () => true) },
    { id: `${id}.v`, change: { name: 'v' }, steps: [] },
  ],
});
const EXAMPLES = new Map([
  ['a/b', example('a/b', '')],
  ['a/broken', example('a/broken')],
]);
const words = wordsOf('en');
const PRE = 'pre.code.changed[aria-label=Output of a/b';
const SHOWN = '[data-python=3.15][data-stream=out]: [["a","b"],["a","B"]]';
const fence = (name: string, id: string): readonly string[] => [
  'section.entry: ',
  `a[href=/p/examples/a/b/]: ${name}`,
  'div.fence: ',
  'p.label: ',
  'span: Output',
  'span: Compared with Python 3.14',
  `${PRE}${name.slice(3)}, compared with Python 3.14][data-change=${id}]${SHOWN}`,
];

test('the page has each version with its examples and their outputs, and none of a broken example', () => {
  expect(changesLines(EXAMPLES, '/p', words).slice(5)).toEqual([
    'h2: Python 3.15',
    ...fence('a/b', 'a/b'),
    ...fence('a/b, w', 'a/b.w'),
    'h2: Python 3.13 free-threaded',
    'section.entry: ',
    'a[href=/p/examples/a/b/]: a/b',
    `p: Compared with Python 3.13. ${words.changes.notShown('3.13 free-threaded')}`,
  ]);
});

test('the Markdown edition has the same', () => {
  const address = 'https://h.example/p/examples/a/b/';
  expect(changesEdition(EXAMPLES, 'https://h.example/p', words).slice(2)).toEqual([
    'h2: Python 3.15',
    `h3: [a/b](${address})`,
    'p: Compared with Python 3.14.',
    'p: Output:',
    'diff change=a/b stream=out python=3.15: [["a","b"],["a","B"]]',
    `h3: [a/b, w](${address})`,
    'p: Compared with Python 3.14.',
    'p: Output:',
    'diff change=a/b.w stream=out python=3.15: [["a","b"],["a","B"]]',
    'h2: Python 3.13 free-threaded',
    `h3: [a/b](${address})`,
    `p: Compared with Python 3.13. ${words.changes.notShown('3.13 free-threaded')}`,
  ]);
});

test('other pages lead to it if there is something on it', () => {
  expect([hasSteps(EXAMPLES), linkToChanges(EXAMPLES, '/p', 'Changes')]).toEqual([
    true,
    ['a[href=/p/changes/]: Changes'],
  ]);
  const none = new Map([['a/broken', example('a/broken')]]);
  expect([hasSteps(none), linkToChanges(none, '/p', 'Changes')]).toEqual([false, []]);
});
