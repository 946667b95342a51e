import { describe, expect, test } from 'vitest';
import { articleBlocks } from '../../../../../src/site/audit/plan/article-blocks.ts';
import { lessonLines } from '../../../../../src/site/audit/plan/lesson/lesson-block.ts';
import { listLines, plannedLists } from '../../../../../src/site/audit/plan/lesson/list-lines.ts';
import type { AnsweredExample } from '../../../../../src/site/audit/plan/lesson/expected-answer.ts';
import type { SteppedExample } from '../../../../../src/site/audit/plan/proof/expected-changes.ts';
import { wordsOf } from '../../../../../src/core/words/languages.ts';
import { readPage } from '../../../../../src/site/audit/page/read-page.ts';

const HEAD = '---\ntitle: Locks\norder: 2\n---\n\n';
const PLAN = {
  examples: new Map<string, AnsweredExample & SteppedExample>(),
  articles: new Map([
    [
      'content/a/locks.mdx',
      {
        source: `${HEAD}## One\n\n### Two\n\n<Since version="3.15" /> A <Term>lock</Term>.\n\nB\n\n## Three\n\n<Since version="3.15" />\n`,
      },
    ],
  ]),
  tracks: ['a'],
  glossary: 'lock:\n  text: One *holds* it.\n',
  base: '/p',
  language: 'en',
};
/** What a page shows of the lesson in its prose. */
const shown = (html: string): readonly (readonly [anchor: string, lines: readonly string[]])[] =>
  readPage(`<div class="prose">${html}</div>`, { base: '', words: wordsOf('en') }).blocks.map(
    ({ anchor, lines }) => [anchor, lines] as const,
  );
/** What an article asks for. */
const planned = (source: string, anchor = '') =>
  articleBlocks(source).blocks.flatMap(block =>
    block.kind === 'lesson' ? [lessonLines(block, anchor, PLAN)] : [],
  );

describe('a part of a lesson is what its article asks for', () => {
  const TERM =
    '<span class="term" id="term-lock" data-lesson="lock"><a href="/p/glossary/#lock" aria-describedby="x">lock</a>' +
    '<span class="definition" id="x">One holds it.</span></span>';
  const BADGE =
    '<a class="since" id="new-in-3-15" href="/p/new/#python-3-15" data-lesson="since">New in 3.15</a>';
  const OUTDATED = '<Outdated says="Define `__eq__`, then sort." />';
  const CLAIM =
    '<div class="claim" data-lesson="outdated"><p class="callout-title">Older tutorials say</p>' +
    '<p>Define <code>__eq__</code>, then sort.</p></div>' +
    '<p class="level" data-lesson="today">Python prints</p>';
  const CASES = [
    ['<Term>lock</Term>', TERM, ['One holds it.', 'Two hold it.']],
    ['<Term>lock</Term>', TERM, ['#lock"', '#key"']],
    ['<Since version="3.15" />', BADGE, ['New in 3.15', 'New in 3.14']],
    ['<Since version="3.15" />', BADGE, ['#python-3-15', '#python-3-14']],
    [
      '<Recap>\n\n- [a](#b)\n\n</Recap>',
      '<p class="callout-title" data-lesson="recap">What you know now</p>',
      ['What you know now', 'What was verified'],
    ],
    [OUTDATED, CLAIM, ['Define ', 'Write ']],
    [OUTDATED, CLAIM, ['<code>__eq__</code>', '<code>__ne__</code>']],
    [OUTDATED, CLAIM, ['<code>__eq__</code>', '__eq__']],
    [OUTDATED, CLAIM, ['Older tutorials say', 'Python prints']],
  ] as const;

  test.for(CASES)('%s, and an altered one is refused', ([source, html, [from, to]]) => {
    const [[anchor] = ['']] = shown(html);
    const linesOf = (page: string) => shown(page).map(([, lines]) => lines);
    expect(planned(source, anchor)).toEqual(linesOf(html));
    expect(planned(source, anchor)).not.toEqual(linesOf(html.replace(from, to)));
  });

  test('an id that others do not link to is refused', () => {
    expect(planned('<Term>lock</Term>', 'term-key')).toEqual(['The term "lock" has the id "term-key".']);
    expect(planned('<Since version="3.15" />', 'x')).toEqual(['The badge of Python 3.15 has the id "x".']);
    expect(planned('<Term>key</Term>')).toEqual(['The glossary has no term "key".']);
  });
});

test('an exercise shows its level, task, start, hints and solution in this order, the last ones folded', () => {
  const source =
    '<Exercise start="a/s.py" solution="a/b.py" level="hard">\n\nDo <Value file="a/v.py" match="(x)">x</Value>.\n\n' +
    '<Hint>\n\nThink.\n\n</Hint>\n\n<Solution>\n\nSo <Value file="a/w.py" match="(x)">x</Value>.\n\n</Solution>\n\n</Exercise>\n';
  const shapes = articleBlocks(source).blocks.map(block => [
    'part' in block ? block.part : 'id' in block ? block.id : block.kind,
    block.folds,
  ]);
  expect(shapes).toEqual([
    ['level', 0],
    ['a/v', 0],
    ['a/s', 0],
    ['check', 0],
    ['hint', 1],
    ['solution', 1],
    ['a/w', 1],
    ['a/b', 1],
  ]);
});

test('lists of the site hold each badge and each term, with where they are', () => {
  expect(plannedLists(PLAN)).toEqual(['new', 'glossary']);
  const words = wordsOf('en');
  expect(listLines('new', PLAN, words).slice(3)).toEqual([
    'h2: Python 3.15',
    'a[href=/p/a/locks/#new-in-3-15]: Locks › One › Two',
    'a[href=/p/a/locks/#new-in-3-15-2]: Locks › Three',
  ]);
  expect(listLines('glossary', PLAN, words).slice(3)).toEqual([
    'section.entry: ',
    'h2: lock',
    'p: One it.',
    'em: holds',
    'p.more: ',
    'span: Explained in',
    'a[href=/p/a/locks/#term-lock]: Locks',
  ]);
  expect(plannedLists({ ...PLAN, articles: new Map(), glossary: '' })).toEqual([]);
});
