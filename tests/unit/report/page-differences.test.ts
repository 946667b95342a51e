import { describe, expect, test } from 'vitest';
import { pageChanges } from '../../../src/report/page-changes.ts';

const site = (pages: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(pages));

describe('what changed between two builds', () => {
  test('is nothing where every page reads the same', () => {
    expect(pageChanges(site({ '/a/': 'x\n' }), site({ '/a/': 'x\n' }))).toEqual([]);
  });

  test('lists new pages, those that are gone, and the changed lines of the others', () => {
    expect(
      pageChanges(
        site({ '/a/': 'one\ntwo\n', '/gone/': 'x\n', '/same/': 'y\n' }),
        site({ '/a/': 'one\n2\n', '/new/': 'x\n', '/same/': 'y\n' }),
      ),
    ).toEqual([
      { kind: 'added', pages: ['/new/'] },
      { kind: 'removed', pages: ['/gone/'] },
      { kind: 'changed', pages: ['/a/'], difference: ' one\n-two\n+2' },
    ]);
  });

  test('lists once what changed alike on many pages, and separately what each has of its own', () => {
    const page = (name: string, head: string, output: string): string =>
      [name, head, ...'abcdefgh', output, ''].join('\n');
    const [before, now] = [
      site({
        '/a/': page('A', 'Search', '1'),
        '/b/': page('B', 'Search', '1'),
        '/c/': page('C', 'Search', '1'),
      }),
      site({ '/a/': page('A', 'Find', '1'), '/b/': page('B', 'Find', '2'), '/c/': page('C', 'Find', '1') }),
    ];
    expect(pageChanges(before, now)).toEqual([
      { kind: 'changed', pages: ['/a/', '/b/', '/c/'], difference: '-Search\n+Find' },
      { kind: 'changed', pages: ['/b/'], difference: ' g\n h\n-1\n+2' },
    ]);
  });

  test('keeps pages apart that have nothing in common with what they were', () => {
    const long = (word: string): string =>
      Array.from({ length: 1500 }, (_, index) => `${word} ${index}\n`).join('');
    const changes = pageChanges(
      site({ '/a/': long('a'), '/b/': long('b'), '/c/': `${long('c')}.\n` }),
      site({ '/a/': long('d'), '/b/': long('e'), '/c/': long('f') }),
    );
    expect(changes.map(({ pages }) => pages)).toEqual([['/a/'], ['/b/'], ['/c/']]);
    expect(changes[2]?.difference).toBe(
      'The two have hardly a line in common: 1501 lines recorded, 1500 now.',
    );
  });
});
