import { expect, test } from 'vitest';
import { cardProblems } from '../../../../src/site/social-cards/card-problems.ts';
import { undrawable } from '../../../../src/site/social-cards/card-font.ts';

test.for([
  'Locks',
  'Čeština, œuvre, đường',
  'Ελληνικά',
  'Русский',
  '“Quotes” – €5 ↑ 3 × 2',
  'tab\tand feed\n',
])('the font of the cards has all of %j', text => {
  expect(undrawable(text)).toEqual([]);
});

test.for([
  ['日本語', ['日', '本', '語']],
  ['a → b', ['→']],
  ['party 🎉 party 🎉', ['🎉']],
  ['مرحبا', ['م', 'ر', 'ح', 'ب', 'ا']],
] as const)('of %j it has not %j', ([text, missing]) => {
  expect(undrawable(text)).toEqual(missing);
});

const settings = {
  title: 'Docs',
  tagline: 'True',
  cardSubtitle: 'Below',
  tracks: { a: { title: '日' } },
  socialCards: true,
};
const article = { file: 'content/a/b.mdx', source: 'title: 日', frontMatter: { title: '日' } };

test('titles of articles and texts of the settings are checked', () => {
  const found = cardProblems([article], settings).map(({ file, line }) => [file, line]);
  expect(found).toEqual([
    ['content/a/b.mdx', 1],
    ['src/site.config.ts', undefined],
  ]);
});

test('nothing is wrong if no cards are drawn', () => {
  expect(cardProblems([article], { ...settings, socialCards: false })).toEqual([]);
});
