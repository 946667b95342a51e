import { expect, test } from 'vitest';
import {
  directionOf,
  foreign,
  homeAt,
  languageAt,
  nameOfLanguage,
  siteAt,
  trackAt,
} from '../../../../src/site/pages/language.ts';

const at = (path: string): URL => new URL(path, 'https://verbatim.example');

test('a page has the language of its folder', () => {
  expect(
    ['/', '/de/', '/de/advanced/queues/', '/advanced/queues/', '/dev/'].map(path => languageAt(at(path))),
  ).toEqual(['en', 'de', 'de', 'en', 'en']);
  expect(siteAt(at('/de/')).tracks.advanced?.title).toBe('Python für Fortgeschrittene');
});

test('below a path, the folder of the language comes after it', () => {
  process.env.SITE_URL = 'https://name.github.io/de/';
  try {
    expect([languageAt(at('/de/advanced/queues/')), languageAt(at('/de/de/advanced/queues/'))]).toEqual([
      'en',
      'de',
    ]);
    expect([homeAt(at('/de/advanced/x/')), homeAt(at('/de/de/advanced/x/'))]).toEqual(['/de/', '/de/de/']);
  } finally {
    delete process.env.SITE_URL;
  }
});

test('a page leads to the home page and the tracks of its language, and marks pages of another', () => {
  expect([trackAt(at('/advanced/x/'), 'advanced'), trackAt(at('/de/advanced/x/'), 'advanced')]).toEqual([
    '/advanced/',
    '/de/#track-advanced',
  ]);
  expect(foreign({ language: 'en' }, at('/de/'))).toEqual({ lang: 'en', hreflang: 'en' });
  expect(foreign({ language: 'de' }, at('/de/'))).toEqual({});
});

test('languages have the names that their speakers give them, and a direction', () => {
  expect(['de', 'en', 'fr'].map(nameOfLanguage)).toEqual(['Deutsch', 'English', 'Français']);
  expect(['de', 'ar', 'he', 'fa', 'ur', 'az', 'pa-PK'].map(directionOf)).toEqual([
    'ltr',
    'rtl',
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'rtl',
  ]);
});
