import { languageOf, settingsIn, siteLanguages } from '../../core/settings/site-languages.ts';
import type { SiteSettings } from '../../core/settings/site-settings.ts';
import type { Words } from '../../core/words/en/en.ts';
import { wordsOf } from '../../core/words/languages.ts';
import { site } from '../../site.config.ts';
import { urlPathOf } from '../site-url.ts';

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
