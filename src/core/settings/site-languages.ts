import type { SiteSettings } from './site-settings.ts';

type Languages = Pick<SiteSettings, 'language' | 'translations'>;

/** The languages of a site: that of its settings, then those of its translations. */
export function siteLanguages({ language, translations }: Languages): readonly string[] {
  return [language, ...Object.keys(translations)];
}

/** The language of a page. @param languages the first is that of the site @param urlPath `/de/a/b/` */
export function languageOf(urlPath: string, [first = '', ...others]: readonly string[]): string {
  const folder = urlPath.split('/')[1] ?? '';
  return others.includes(folder) ? folder : first;
}

/** The settings, with what a site says of itself in one of its languages. */
export function settingsIn(language: string, site: SiteSettings): SiteSettings {
  const translation = Object.hasOwn(site.translations, language) ? site.translations[language] : undefined;
  if (translation === undefined) return site;
  const tracks = Object.entries(site.tracks).map(
    ([slug, track]) => [slug, { ...track, ...translation.tracks[slug] }] as const,
  );
  const { cardSubtitle = site.cardSubtitle } = translation;
  return { ...site, ...translation, language, cardSubtitle, tracks: Object.fromEntries(tracks) };
}
