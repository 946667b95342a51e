import type { Problem } from '../problems/problem.ts';
import { hasWords, WORD_LANGUAGES } from '../words/languages.ts';
import { suggestion } from '../problems/suggest.ts';
import { codePoint, INVISIBLE } from '../text/invisible.ts';
import { type SiteSettings, TRACK_ICONS } from './site-settings.ts';

/** A longer title fits no line of a phone, no tab and no social card. */
const MAX_TITLE = 60;

/** Why a site cannot have this title, as a sentence; undefined if it can. */
export function titleFault(title: string): string | undefined {
  if (title.trim() === '') return 'A site needs a title.';
  const length = [...title].length;
  if (length > MAX_TITLE) return `The title has ${length} characters; ${MAX_TITLE} is the most.`;
  const [hidden] = /[\t\n\ud800-\udfff]/u.exec(title) ?? title.match(INVISIBLE) ?? [];
  return hidden && `The title holds ${codePoint(hidden)}, which is not a visible character.`;
}

/** Addresses of the site's own pages: no track can have one. */
const RESERVED = ['examples', 'og', 'pagefind', 'pyodide', 'tags', 'verified'];

/** A rule: whether it is broken, how a message begins, and what to write. */
type Row = readonly [isWrong: boolean, title: string, remedy: string];

/** What is wrong with the settings that a type cannot rule out, or that no type checker has seen. */
export function settingsProblems(site: SiteSettings): readonly Problem[] {
  const { title, language, license, repository, issues, tracks, authors } = site;
  const isUrl = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);
  const rows: readonly Row[] = [
    [titleFault(title) !== undefined, titleFault(title) ?? '', "title: 'My docs',"],
    [!isLanguage(language), `"${language}" is no language tag.`, "language: 'en',"],
    [
      license !== undefined && !isUrl(license.url),
      'The license has no address.',
      "license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },",
    ],
    [
      repository !== undefined && !isUrl(repository),
      'The repository is no address.',
      "repository: 'https://github.com/owner/name/edit/main/',",
    ],
    [
      issues !== undefined && !isUrl(issues),
      'The address for issues is none.',
      "issues: 'https://github.com/owner/name/issues/new',",
    ],
    ...Object.entries(authors).map(
      ([name, { url }]) =>
        [!isUrl(url), `The author ${name} has no address.`, `'${name}': { url: 'https://…' },`] as const,
    ),
    [Object.keys(tracks).length === 0, 'A site needs a track.', "tracks: { guide: { title: 'Guide', … } },"],
    ...translationRows(site),
    ...Object.entries(tracks).flatMap(([slug, { icon }]) => [
      [
        !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) || RESERVED.includes(slug),
        `A track cannot have the address "${slug}".`,
        'It is lower-case words with hyphens between them, and no page has it.',
      ] as const,
      [
        !TRACK_ICONS.includes(icon),
        `There is no icon "${icon}" for a track.`,
        suggestion(icon, TRACK_ICONS) || `icon: '${TRACK_ICONS[0]}',`,
      ] as const,
    ]),
  ];
  return rows
    .filter(([isWrong]) => isWrong)
    .map(([, sentence, remedy]) => ({ file: 'src/site.config.ts', title: sentence, remedy }));
}

/** Rules for further languages: each has words, a folder of its own, and tracks that there are. */
function translationRows({ language, tracks, translations }: SiteSettings): readonly Row[] {
  const names = Object.keys(tracks);
  return Object.entries(translations).flatMap(([tag, translation]): Row[] => [
    [
      !isLanguage(tag),
      `"${tag}" is no language tag, so no translation has this name.`,
      "translations: { de: { tagline: '…', description: '…', welcome: '…', tracks: {} } },",
    ],
    [
      isLanguage(tag) && !hasWords(tag),
      `The pages have no words in the language "${tag}".`,
      `They have them in ${WORD_LANGUAGES.join(' and ')}. For another, write src/core/words/${tag}/.`,
    ],
    [
      tag === language,
      `"${tag}" is the language of the site, and a translation too.`,
      `Remove it from translations: articles in "${tag}" are in content/<track>/.`,
    ],
    [
      names.includes(tag) || RESERVED.includes(tag),
      `A translation cannot have the address "${tag}": other pages have it.`,
      'Rename the track of this name, or add a region to the tag, such as de-DE.',
    ],
    ...Object.keys(translation.tracks).map((slug): Row => [
      !names.includes(slug),
      `The translation "${tag}" names a track "${slug}", which the site has not.`,
      suggestion(slug, names) || 'Remove it, or add the track to tracks.',
    ]),
  ]);
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
