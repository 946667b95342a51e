import { expect, test } from 'vitest';
import {
  placeOf,
  translationProblems,
} from '../../../../../src/site/validate/languages/check-translations.ts';
import type { OutlinedArticle } from '../../../../../src/site/article/outline.ts';

const LANGUAGES = ['en', 'de'];
const articles = (...files: string[]): OutlinedArticle[] =>
  files.map(
    file => ({ file, outline: { links: [], shown: [], unverified: [] } }) as unknown as OutlinedArticle,
  );
const problems = (...files: string[]) => translationProblems(articles(...files), LANGUAGES, ['advanced']);

test('a translation lies in the folder of its language, below that of its track', () => {
  expect(placeOf('content/de/advanced/locks.mdx', LANGUAGES)).toEqual({
    folder: 'content/de',
    rest: ['advanced', 'locks'],
  });
  expect(placeOf('content/en/advanced/locks.mdx', LANGUAGES).folder).toBe('content');
  expect(problems('content/advanced/locks.mdx', 'content/de/advanced/locks.mdx')).toEqual([]);
});

test('a language that the settings do not name is refused, with the line to write', () => {
  const [problem, ...others] = problems('content/advanced/a.mdx', 'content/fr/advanced/a.mdx');
  expect(problem?.title).toBe('The settings name no translation "fr".');
  expect(problem?.remedy).toContain("translations: { fr: { tagline: '…'");
  expect(others).toEqual([]);
});

test('a translation of no article is refused, with the nearest name', () => {
  expect(problems('content/advanced/locks.mdx', 'content/de/advanced/lock.mdx')).toEqual([
    {
      file: 'content/de/advanced/lock.mdx',
      title: 'This translates no article: there is no content/advanced/lock.mdx.',
      remedy: 'mv content/de/advanced/lock.mdx content/de/advanced/locks.mdx',
    },
  ]);
});
