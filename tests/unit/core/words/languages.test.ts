import { expect, test } from 'vitest';
import { CONTRACT_ENTRIES } from '../../../../src/core/contract/contract-schema.ts';
import { hasWords, WORD_LANGUAGES, wordsOf } from '../../../../src/core/words/languages.ts';
import { en } from '../../../../src/core/words/en/en.ts';

/** The words of a table by their paths: `proof.title`. A function counts as itself. */
function leavesOf(table: unknown, path = ''): readonly (readonly [path: string, word: unknown])[] {
  if (typeof table !== 'object' || table === null) return [[path, table]];
  return Object.entries(table).flatMap(([name, value]) => leavesOf(value, `${path}.${name}`));
}

test('a region has the words of its language, and a language without words those of English', () => {
  expect([wordsOf('de-AT'), wordsOf('en-GB'), wordsOf('fr')].map(({ tag }) => tag)).toEqual([
    'de',
    'en',
    'en',
  ]);
  expect(['de', 'de-CH', 'en', 'fr', 'toString', ''].map(hasWords)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test.for(WORD_LANGUAGES)(
  'the table of %s has the words of English, each as a text or a function',
  language => {
    const table = new Map(leavesOf(wordsOf(language)));
    for (const [path, word] of leavesOf(en))
      expect([path, typeof table.get(path)]).toEqual([path, typeof word]);
    expect(table.size).toBe(leavesOf(en).length);
    expect([...table.values()].filter(word => word === '')).toEqual([]);
  },
);

test('sentences of German write numbers and names as German does', () => {
  const { promise, timeline, result } = wordsOf('de');
  expect(promise.between(1.9, 4)).toBe('Es dauert 1,9 bis 4 s');
  expect(promise.differ(['Daten', 'Pfade'], true)).toBe(
    'Daten und Pfade sind von Lauf zu Lauf verschieden, in geprüften Grenzen',
  );
  expect(timeline.heading(['thread', 'task'])).toBe('Was jeder Thread und jeder Task tat');
  expect([timeline.seconds(0.504), timeline.seconds(1000)]).toEqual(['0,504 s', '1000 s']);
  expect(result.waits('Lock.acquire', 'paper', 'Bob')).toBe(
    'wartet in Lock.acquire auf paper, gehalten von Bob',
  );
});

test.for(['en', 'de'])('%s has words for each key by which a contract promises something else', language => {
  const keys = CONTRACT_ENTRIES.flatMap(([key, { sentence }]) => (sentence === undefined ? [] : key));
  expect(Object.keys(wordsOf(language).proof.promises).toSorted()).toEqual(['bytes', ...keys].toSorted());
});
