import type { Problem } from '../problems/problem.ts';
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
const RESERVED = ['examples', 'og', 'pagefind', 'verified'];

/** What is wrong with the settings that a type cannot rule out, or that no type checker has seen. */
export function settingsProblems(site: SiteSettings): readonly Problem[] {
  const { title, language, license, repository, issues, tracks } = site;
  const isUrl = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);
  const rows: readonly (readonly [isWrong: boolean, title: string, remedy: string])[] = [
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
    [Object.keys(tracks).length === 0, 'A site needs a track.', "tracks: { guide: { title: 'Guide', … } },"],
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

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
