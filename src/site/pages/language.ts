import { languageOf, settingsIn, siteLanguages } from '../../core/settings/site-languages.ts';
import type { SiteSettings } from '../../core/settings/site-settings.ts';
import type { Words } from '../../core/words/en/en.ts';
import { wordsOf } from '../../core/words/languages.ts';
import { site } from '../../site.config.ts';
import { HOME_URL, trackUrl } from '../routes.ts';
import { linkTo, urlPathOf } from '../site-url.ts';

/** The language of a page: that of its folder, `/de/…`, or of the settings. */
export function languageAt(url: URL): string {
  return languageOf(urlPathOf(url.pathname) ?? '/', siteLanguages(site));
}

/** The words of a page: `const { frame } = wordsAt(Astro.url)`. */
export function wordsAt(url: URL): Words {
  return wordsOf(languageAt(url));
}

/** The settings of the site in the language of a page. */
export function siteAt(url: URL): SiteSettings {
  return settingsIn(languageAt(url), site);
}

/** Where the home page of a page's language is. */
export function homeAt(url: URL): string {
  const language = languageAt(url);
  return linkTo(language === site.language ? HOME_URL : `${HOME_URL}${language}/`);
}

/** Where a track is: its page, or its part of the home page of another language. */
export function trackAt(url: URL, track: string): string {
  return languageAt(url) === site.language ? linkTo(trackUrl(track)) : `${homeAt(url)}#track-${track}`;
}

/** The attributes of a link to a page of another language; none if it is of that of its page. */
export function foreign(
  { language }: { readonly language: string },
  url: URL,
): { readonly lang?: string; readonly hreflang?: string } {
  return language === languageAt(url) ? {} : { lang: language, hreflang: language };
}

/** `Deutsch`, as its speakers call it. */
export function nameOfLanguage(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** The direction in which a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(language).maximize();
  return RIGHT_TO_LEFT.includes(script ?? '') ? 'rtl' : 'ltr';
}

/** Scripts that are written from right to left: https://www.w3.org/International/questions/qa-scripts */
const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'];
