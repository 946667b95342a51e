import { type CollectionEntry, getCollection } from 'astro:content';
import facts from 'virtual:verbatim/articles';
import { escapeHtml } from '../../core/text/escape-html.ts';
import type { FrontMatter } from '../article/front-matter-schema.ts';
import { articleName, articleUrl, markdownUrl, socialCardUrl, trackOf } from '../routes.ts';
import { articleLanguage } from '../article-language.ts';
import { linkTo } from '../site-url.ts';
import { settingsIn, siteLanguages } from '../../core/settings/site-languages.ts';
import type { Track } from '../../core/settings/site-settings.ts';
import { site } from '../../site.config.ts';

/**
 * Everything that pages show about an article. `prerequisites` and `seeAlso` name articles: `articlesNamed`
 * looks them up.
 */
export interface Article extends FrontMatter {
  readonly entry: CollectionEntry<'articles'>;
  /** As other articles name it: `advanced/locks`. */
  readonly name: string;
  /** `de` */
  readonly language: string;
  /** Where pages link to: `/advanced/multithreading/`, below the path of the site. */
  readonly href: string;
  /** The same for its Markdown edition. */
  readonly markdownHref: string;
  /** URL path of its social card. */
  readonly cardUrl: string;
  readonly track: Track & { readonly slug: string };
  readonly minutes: number;
  /** How many exercises it has; 0 in a dev server. */
  readonly exercises: number;
  /** `2026-11-22` */
  readonly updated: string;
  /** `2026-11-20`; absent if git does not know it. */
  readonly published?: string | undefined;
  /** Key of its Markdown edition; absent in a dev server. */
  readonly markdownKey?: string | undefined;
}

/** All articles of a language, by track in the order of the settings, then by their own order. */
export async function allArticles(language = site.language): Promise<readonly Article[]> {
  const tracks = Object.keys(site.tracks);
  const position = ({ track }: Article): number => tracks.indexOf(track.slug);
  return (await getCollection('articles'))
    .map(articleOf)
    .filter(article => article.language === language)
    .toSorted((a, b) => position(a) - position(b) || a.order - b.order);
}

function articleOf(entry: CollectionEntry<'articles'>): Article {
  const { filePath: file = '' } = entry;
  const slug = trackOf(file);
  const language = articleLanguage(file);
  // A build refuses an article that is in no track; the dev server shows that on its page.
  const track = settingsIn(language, site).tracks[slug] ?? { title: slug, summary: '', icon: 'pen' };
  const known = facts[file];
  return {
    ...entry.data,
    entry,
    name: articleName(file),
    language,
    href: linkTo(articleUrl(file)),
    markdownHref: linkTo(markdownUrl(file)),
    cardUrl: socialCardUrl(file),
    track: { ...track, slug },
    minutes: known?.minutes ?? 1,
    exercises: known?.exercises ?? 0,
    updated: known?.changed ?? entry.data.updated,
    published: known?.added,
    markdownKey: known?.markdownKey,
  };
}

/** The articles of these names, in their order. A build has refused a name that no article has. */
export function articlesNamed(names: readonly string[], all: readonly Article[]): readonly Article[] {
  return names.flatMap(name => all.find(article => article.name === name) ?? []);
}

interface ArticlePath {
  readonly params: { readonly slug: string };
  readonly props: {
    readonly article: Article;
    /** All articles of its track, in order. */
    readonly trackArticles: readonly Article[];
  };
}

/** The page and the Markdown edition of each article, for `getStaticPaths`. */
export async function articlePaths(): Promise<ArticlePath[]> {
  const articles = await Promise.all(siteLanguages(site).map(language => allArticles(language)));
  const tracks = articles.flatMap(each => [...Map.groupBy(each, ({ track }) => track.slug).values()]);
  return tracks.flatMap(trackArticles =>
    trackArticles.map(article => ({ params: { slug: article.entry.id }, props: { article, trackArticles } })),
  );
}

/** Plain `en` would be American. */
const LOCALE = site.language === 'en' ? 'en-GB' : site.language;
const LONG_DATE = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: 'UTC' });

/** `2026-11-22` → `22 November 2026`. */
export function longDate(date: string): string {
  return LONG_DATE.format(new Date(`${date}T00:00:00Z`));
}

/** The summary of an article for a feed, whose readers take it for HTML. */
export function feedDescription({ summary }: Pick<Article, 'summary'>): string {
  return escapeHtml(summary);
}
