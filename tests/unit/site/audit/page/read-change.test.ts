import { expect, test } from 'vitest';
import { wordsOf } from '../../../../../src/core/words/languages.ts';
import { readPage } from '../../../../../src/site/audit/page/read-page.ts';
import { readChangesEdition } from '../../../../../src/site/audit/page/read-change.ts';

const [REMOVED, ADDED] = ['Before', 'Now'].map(word => `<span class="change">${word}: </span>`);
const LINES = `<span>a\n</span><del>${REMOVED}b\n</del><ins>${ADDED}B &lt;\n</ins><ins>${ADDED}\n</ins>`;

/** What the audit reads of a difference on a page. */
function read(inside: string): string | undefined {
  const pre = `<pre class="code changed" data-change="a/b"><code translate="no">${inside}</code></pre>`;
  const html = `<div class="prose list-page" data-lesson="changes">${pre}</div>`;
  const [block] = readPage(html, { base: '', words: wordsOf('en') }).blocks;
  return block?.lines.at(-1)?.replace('pre.code.changed[data-change=a/b]: ', '');
}

test('a difference is read as the two outputs that it is of', () => {
  expect(read(LINES)).toBe('[["a","b"],["a","B <",""]]');
});

test.for([
  ['a line that says the contrary', LINES.replace(`${REMOVED}`, `${ADDED}`)],
  ['a removed line that says nothing', LINES.replace(`${REMOVED}`, '')],
  ['a line that stays and says something', LINES.replace('<span>a', `<span>${REMOVED}a`)],
  ['a line in two', LINES.replace('>a\n', '>a\nc\n')],
  ['a line without its end', LINES.replace('>a\n', '>a')],
  ['a line of a class', LINES.replace('<span>a', '<span class="change">a')],
  ['another element', LINES.replace('<span>a\n</span>', '<mark>a\n</mark>')],
  ['text between lines', `${LINES}c`],
] as const)('%s is no difference', ([, html]) => {
  expect(read(html)).toMatch(/^unreadable: /);
});

test('a Markdown edition is read as headings, paragraphs and the two outputs of each difference', () => {
  const fence = '```diff change=a/b stream=out python=3.15\n a\n-b\n+B\n```';
  const text = `# T\n\nS.\n\n### [a/b, _x_](https://h.example/)\n\n${fence}\n\n> q\n\n\`c\` d\n`;
  expect(readChangesEdition(text)).toEqual([
    'h1: T',
    'p: S.',
    'h3: [a/b, <emphasis>x</emphasis>](https://h.example/)',
    'diff change=a/b stream=out python=3.15: [["a","b"],["a","B"]]',
    'blockquote: <blockquote>q</blockquote>',
    'p: <inlineCode>c</inlineCode> d',
  ]);
});

test('a line of a Markdown edition without a sign is no difference', () => {
  expect(readChangesEdition('```diff\n a\nb\n```\n')[0]).toMatch(/^diff: unreadable: /);
});
