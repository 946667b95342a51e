import { afterEach, expect, test, vi } from 'vitest';
import {
  forgetSearches,
  keepSearch,
  recentSearches,
} from '../../../../src/client/finding/recent-searches.ts';

afterEach(() => vi.unstubAllGlobals());

function keep(text?: string): Map<string, string> {
  const kept = new Map(text === undefined ? [] : [['searches', text]]);
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  });
  return kept;
}

test('the last five searches are kept, each once, the last first, and can be forgotten', () => {
  keep();
  for (const term of ['a', 'b', 'c', ' a ', '', 'd', 'e', 'f']) keepSearch(term);
  expect(recentSearches()).toEqual(['f', 'e', 'd', 'a', 'c']);
  forgetSearches();
  expect(recentSearches()).toEqual([]);
});

test.for(['{', '"a"', '[1, null, {"a": 1}]', 'null'])(
  '%s, which something else has kept, is no search',
  text => {
    keep(text);
    expect(recentSearches()).toEqual([]);
  },
);

test('a browser that keeps nothing, or throws, has no recent searches', () => {
  vi.stubGlobal('localStorage', undefined);
  keepSearch('a');
  expect(recentSearches()).toEqual([]);
  const refuse = (): never => {
    throw new DOMException('denied', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
  keepSearch('a');
  forgetSearches();
  expect(recentSearches()).toEqual([]);
});
