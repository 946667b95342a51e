import { beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetProgress, keepOf, readProgress } from '../../../../src/client/progress/kept-progress.ts';

const NAME = 'progress /';

function browserWith(entries: Record<string, string>): Map<string, string> {
  const kept = new Map(Object.entries(entries));
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  });
  return kept;
}

beforeEach(() => {
  vi.unstubAllGlobals();
  browserWith({});
  forgetProgress();
});

describe('the progress of a reader', () => {
  test('is kept by article, and what is kept later adds to it', () => {
    expect(keepOf('/a/one/', { hash: 'start', heading: 'The start' })).toBe(true);
    expect(keepOf('/a/one/', { done: true })).toBe(true);
    keepOf('/a/two/', {});
    expect(readProgress()).toEqual({
      '/a/one/': { seen: expect.any(Number), hash: 'start', heading: 'The start', done: true },
      '/a/two/': { seen: expect.any(Number) },
    });
  });

  test('of another page that is open is not lost', () => {
    const kept = browserWith({});
    keepOf('/a/one/', {});
    kept.set(
      NAME,
      JSON.stringify({ ...JSON.parse(kept.get(NAME) ?? ''), '/a/two/': { seen: 1, done: true } }),
    );
    keepOf('/a/one/', { done: true });
    expect(Object.keys(readProgress())).toEqual(['/a/one/', '/a/two/']);
  });

  test('is forgotten as a whole', () => {
    const kept = browserWith({ theme: 'dark' });
    keepOf('/a/one/', {});
    forgetProgress();
    expect(readProgress()).toEqual({});
    expect([...kept]).toEqual([['theme', 'dark']]);
  });

  test.for([
    ['no JSON', '{'],
    ['null', 'null'],
    ['a number', '7'],
    ['a text', '"done"'],
    ['a list', '[1, null]'],
    ['articles without a time', '{"/a/": {"done": true}, "/b/": null, "/c/": 3}'],
    ['texts that are none', '{"/a/": {"seen": 1, "heading": {"x": 1}}, "/b/": {"seen": 1, "hash": 4}}'],
  ])('that somebody stored as %s counts as none', ([, text]) => {
    browserWith({ [NAME]: text ?? '' });
    expect(readProgress()).toEqual({});
    expect(keepOf('/a/one/', { done: true })).toBe(true);
    expect(readProgress()).toMatchObject({ '/a/one/': { done: true } });
  });

  test('holds for the page where the browser keeps nothing, and says so', () => {
    const refuse = (): never => {
      throw new Error('denied');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(readProgress()).toEqual({});
    expect(keepOf('/a/one/', { done: true })).toBe(false);
    expect(readProgress()).toMatchObject({ '/a/one/': { done: true } });
    forgetProgress();
    expect(readProgress()).toEqual({});
  });
});
