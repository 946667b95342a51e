import { expect, test } from 'vitest';
import { languageOf, settingsIn, siteLanguages } from '../../../../src/core/settings/site-languages.ts';
import { defineSite } from '../../../../src/core/settings/site-settings.ts';

const GUIDE = { title: 'Guide', summary: 'A guide.', icon: 'pen' } as const;
const SITE = defineSite({
  title: 'My docs',
  tagline: 'A tagline',
  description: 'A description.',
  welcome: 'Welcome.',
  url: 'https://example.org',
  language: 'en',
  tracks: { guide: GUIDE, more: GUIDE },
  translations: {
    de: {
      tagline: 'Ein Satz',
      description: 'Worum es geht.',
      welcome: 'Willkommen.',
      tracks: { guide: { title: 'Anleitung', summary: 'Eine Anleitung.' } },
    },
  },
});

test('the first folder of an address is its language, if the settings name it', () => {
  const urls = ['/', '/de/', '/de/guide/a/', '/guide/de/', '/fr/guide/a/', '/constructor/', '/dev/'];
  expect(urls.map(url => languageOf(url, siteLanguages(SITE)))).toEqual([
    'en',
    'de',
    'de',
    'en',
    'en',
    'en',
    'en',
  ]);
  expect(siteLanguages(SITE)).toEqual(['en', 'de']);
});

test('a translation replaces texts and keeps what it does not name', () => {
  const { language, tagline, title, cardSubtitle, tracks } = settingsIn('de', SITE);
  expect([language, tagline, title, cardSubtitle]).toEqual([
    'de',
    'Ein Satz',
    'My docs',
    'Programs that you can run',
  ]);
  expect(tracks).toEqual({
    guide: { title: 'Anleitung', summary: 'Eine Anleitung.', icon: 'pen' },
    more: GUIDE,
  });
  expect([settingsIn('en', SITE), settingsIn('toString', SITE)]).toEqual([SITE, SITE]);
});
