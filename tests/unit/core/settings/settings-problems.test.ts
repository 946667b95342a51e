import { expect, test } from 'vitest';
import { settingsProblems, titleFault } from '../../../../src/core/settings/settings-problems.ts';
import { defineSite, type SiteSettings } from '../../../../src/core/settings/site-settings.ts';
import { site } from '../../../../src/site.config.ts';

const SOUND = {
  title: 'My docs',
  tagline: 'A tagline',
  description: 'A description.',
  welcome: 'Welcome.',
  url: 'https://example.org',
  language: 'de-CH',
  tracks: { guide: { title: 'Guide', summary: 'A guide.', icon: 'pen' } },
} as const;

const DE = { tagline: 'Ein Satz', description: 'Worum es geht.', welcome: 'Willkommen.', tracks: {} };

test('sound settings have no problem, and neither have those of this site', () => {
  expect(settingsProblems(defineSite(SOUND))).toEqual([]);
  expect(settingsProblems(site)).toEqual([]);
});

test('a setting that is not named has a value: older settings stay valid', () => {
  const { socialCards, license, repository, advertisements } = defineSite(SOUND);
  expect([socialCards, license, repository, advertisements.enabled]).toEqual([
    true,
    undefined,
    undefined,
    false,
  ]);
});

test.for([
  ['no title', { title: ' ' }, 'A site needs a title.'],
  ['a language without a tag', { language: 'English, please' }, '"English, please" is no language tag.'],
  ['no language', { language: '' }, '"" is no language tag.'],
  ['a license without an address', { license: { name: 'MIT', url: 'MIT' } }, 'The license has no address.'],
  [
    'a license that is a script',
    { license: { name: 'x', url: 'javascript:x' } },
    'The license has no address.',
  ],
  ['a bare address for issues', { issues: 'github.com/a/b' }, 'The address for issues is none.'],
  ['a script for issues', { issues: 'javascript:x' }, 'The address for issues is none.'],
  ['a bare repository', { repository: 'github.com/a/b' }, 'The repository is no address.'],
  [
    'a translation without a language',
    { translations: { Deutsch_1: DE } },
    '"Deutsch_1" is no language tag, so no translation has this name.',
  ],
  [
    'a translation without words',
    { translations: { fr: DE } },
    'The pages have no words in the language "fr".',
  ],
  [
    'a translation into the language of the site',
    { translations: { 'de-CH': DE } },
    '"de-CH" is the language of the site, and a translation too.',
  ],
  [
    'a translation that has the address of a track',
    { tracks: { de: SOUND.tracks.guide }, translations: { de: DE } },
    'A translation cannot have the address "de": other pages have it.',
  ],
  [
    'a translation of a track that is not there',
    { translations: { en: { ...DE, tracks: { gide: { title: 'Guide', summary: 'x' } } } } },
    'The translation "en" names a track "gide", which the site has not.',
  ],
  ['no track', { tracks: {} }, 'A site needs a track.'],
  [
    'a track in capitals',
    { tracks: { Guide: SOUND.tracks.guide } },
    'A track cannot have the address "Guide".',
  ],
  [
    'a track for examples',
    { tracks: { examples: SOUND.tracks.guide } },
    'A track cannot have the address "examples".',
  ],
  [
    'an unknown icon',
    { tracks: { guide: { ...SOUND.tracks.guide, icon: 'pan' as 'pen' } } },
    'There is no icon "pan" for a track.',
  ],
] as const satisfies readonly (readonly [string, Partial<SiteSettings>, string])[])(
  '%s is refused, with what to write',
  ([, wrong, title]) => {
    expect(settingsProblems({ ...defineSite(SOUND), ...wrong })).toEqual([
      { file: 'src/site.config.ts', title, remedy: expect.stringMatching(/./) },
    ]);
  },
);

test('a title is one visible line of at most 60 characters', () => {
  expect(['My docs', 'é', '本'.repeat(60), '🐍'.repeat(60)].map(titleFault)).toEqual(
    Array(4).fill(undefined),
  );
  expect(titleFault('x'.repeat(61))).toBe('The title has 61 characters; 60 is the most.');
  for (const hidden of ['\u0000', '\u001b', '\n', '\t', '\u0085', '\u200b', '\u202e', '\u2066', '\ud800'])
    expect(titleFault(`a${hidden}b`)).toMatch(/^The title holds U\+[0-9A-F]{4}, which/);
});
