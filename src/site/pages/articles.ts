import { type CollectionEntry, getCollection } from 'astro:content';
import facts from 'virtual:verbatim/articles';
import { originalArticle } from '../../core/project-paths.ts';
import { escapeHtml } from '../../core/text/escape-html.ts';
import { wordsOf } from '../../core/words/languages.ts';
import type { FrontMatter } from '../article/front-matter-schema.ts';
import { articleName, articleUrl, markdownUrl, socialCardUrl, trackOf } from '../routes.ts';
import { articleLanguage } from '../article-language.ts';
import { type LessonFacts, NO_LESSON } from '../article/article-facts.ts';
import { versionsOfBadges } from '../lesson/versions.ts';
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
  /** As other articles name it: `advanced/locks`. A translation has the name of its original. */
  readonly name: string;
  /** `de` */
  readonly language: string;
  /** It in all languages that have it, itself among them, in the order of the settings. */
  readonly versions: readonly ArticleVersion[];
  /** The day on which its original was changed after it: `2026-11-30`. Absent if it is up to date. */
  readonly outdated?: string | undefined;
  /** Where pages link to: `/advanced/multithreading/`, below the path of the site. */
  readonly href: string;
  /** The same for its Markdown edition. */
  readonly markdownHref: string;
  /** URL path of its social card. */
  readonly cardUrl: string;
  readonly track: Track & { readonly slug: string };
  readonly minutes: number;
  readonly exercises: number;
  /** Its tables, which can be printed alone. */
  readonly tables: number;
  /** Versions of Python whose news it shows, the newest first: `3.15`. */
  readonly since: readonly string[];
  /** Where it shows them. */
  readonly sinceMarks: LessonFacts['since'];
  /** The terms that it explains. */
  readonly terms: LessonFacts['terms'];
  /** `2026-11-22` */
  readonly updated: string;
  /** `2026-11-20`; absent if git does not know it. */
  readonly published?: string | undefined;
  /** Key of its Markdown edition; absent in a dev server. */
  readonly markdownKey?: string | undefined;
}

/** An article in one of its languages. */
interface ArticleVersion {
  readonly language: string;
  readonly href: string;
}

/** All articles of a language, by track, then in the order of their originals. */
export async function allArticles(language = site.language): Promise<readonly Article[]> {
  return (await readableArticles(language)).filter(article => article.language === language);
}

/** The same, with what is not translated into the language: that is there in the language of the settings. */
export async function readableArticles(language: string): Promise<readonly Article[]> {
  const tracks = Object.keys(site.tracks);
  const position = ({ track }: Article): number => tracks.indexOf(track.slug);
  const entries = await getCollection('articles');
  const files = Map.groupBy(
    entries.map(({ filePath = '' }) => filePath),
    originalArticle,
  );
  const all = entries.map(entry => articleOf(entry, files.get(originalArticle(entry.filePath ?? '')) ?? []));
  const inLanguage = new Map(
    all.filter(article => article.language === language).map(article => [article.name, article]),
  );
  return all
    .filter(article => article.language === site.language)
    .toSorted((a, b) => position(a) - position(b) || a.order - b.order)
    .map(article => inLanguage.get(article.name) ?? article);
}

/** All articles, by language, the site's own first. */
export async function articlesOfAllLanguages(): Promise<readonly Article[]> {
  return (await Promise.all(siteLanguages(site).map(allArticles))).flat();
}

/** @param files an article and its translations */
function versionsOf(files: readonly string[]): readonly ArticleVersion[] {
  return siteLanguages(site).flatMap(language => {
    const file = files.find(each => articleLanguage(each) === language);
    return file === undefined ? [] : [{ language, href: linkTo(articleUrl(file)) }];
  });
}

/** @param files it and its translations */
function articleOf(entry: CollectionEntry<'articles'>, files: readonly string[]): Article {
  const { filePath: file = '' } = entry;
  const slug = trackOf(file);
  const language = articleLanguage(file);
  // A build refuses an article that is in no track; the dev server shows that on its page.
  const track = settingsIn(language, site).tracks[slug] ?? { title: slug, summary: '', icon: 'pen' };
  const known = facts[file];
  const { lesson } = known ?? { lesson: NO_LESSON };
  const { draft, title } = entry.data;
  return {
    ...entry.data,
    // Only a dev server has drafts: each list there marks them.
    title: draft ? `${title} (${wordsOf(site.language).life.draft})` : title,
    entry,
    name: articleName(originalArticle(file)),
    language,
    versions: versionsOf(files),
    outdated: known?.outdated,
    href: linkTo(articleUrl(file)),
    markdownHref: linkTo(markdownUrl(file)),
    cardUrl: socialCardUrl(file),
    track: { ...track, slug },
    minutes: known?.minutes ?? 1,
    exercises: lesson.exercises,
    tables: lesson.tables,
    since: versionsOfBadges(lesson.since),
    sinceMarks: lesson.since,
    terms: lesson.terms,
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
    /** All articles that its readers are led to. */
    readonly all: readonly Article[];
  };
}

/** The page and the Markdown edition of each article, for `getStaticPaths`. */
export async function articlePaths(): Promise<ArticlePath[]> {
  const paths = siteLanguages(site).map(async language => {
    const all = await readableArticles(language);
    const tracks = Map.groupBy(all, ({ track }) => track.slug);
    return [...tracks.values()].flatMap(trackArticles =>
      trackArticles
        .filter(article => article.language === language)
        .map(article => ({ params: { slug: article.entry.id }, props: { article, trackArticles, all } })),
    );
  });
  return (await Promise.all(paths)).flat();
}

/** Each address that an article had before, without its slashes, for `getStaticPaths`. */
export async function movedPaths(): Promise<
  readonly { readonly params: { readonly slug: string }; readonly props: { readonly article: Article } }[]
> {
  return (await articlesOfAllLanguages()).flatMap(article =>
    article.aliases.map(alias => ({ params: { slug: alias.slice(1, -1) }, props: { article } })),
  );
}

/** `2026-11-22` → `22 November 2026`, `22. November 2026`. */
export function longDate(date: string, language = site.language): string {
  // Plain `en` would be American.
  const locale = language === 'en' ? 'en-GB' : language;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** The summary of an article for a feed, whose readers take it for HTML. */
export function feedDescription({ summary }: Pick<Article, 'summary'>): string {
  return escapeHtml(summary);
}

/** Those who wrote an article, as elements of a feed: its own `author` is an address of mail. */
export function feedCreators({ authors }: Pick<Article, 'authors'>): string {
  return authors.map(name => `<dc:creator>${escapeHtml(name)}</dc:creator>`).join('');
}
