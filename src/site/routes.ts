import { lockFile } from '../core/packages/lock.ts';
import type { Example } from '../core/example/example.ts';
import { CONTENT } from '../core/project-paths.ts';

/** `content/advanced/locks.mdx` → `advanced/locks`, as articles name each other in their front matter. */
export function articleName(file: string): string {
  return file.slice(CONTENT.length + 1).replace(/\.mdx$/, '');
}

/** `content/advanced/locks.mdx` → `/advanced/locks/` */
export function articleUrl(file: string): string {
  return `/${articleName(file)}/`;
}

/** The track of an article: the name of its folder, also below that of a language. */
export function trackOf(file: string): string {
  return file.split('/').at(-2) ?? '';
}

/** The Markdown edition: `content/advanced/locks.mdx` → `/advanced/locks.md` */
export function markdownUrl(article: string): string {
  return `${articleUrl(article).slice(0, -1)}.md`;
}

/** The picture beside a link on other sites: `content/advanced/locks.mdx` → `/og/advanced/locks.png` */
export function socialCardUrl(article: string): string {
  return `/og${articleUrl(article).slice(0, -1)}.png`;
}

/** The same for all pages that are not articles. */
export const SITE_CARD_URL = '/og/site.png';

/** `threading/lock` → `/examples/threading/lock/` */
export function exampleUrl(id: string): string {
  return `/examples/${id}/`;
}

/** The feed of the track of an article: `content/advanced/locks.mdx` → `/advanced/rss.xml` */
export function trackFeedUrl(article: string): string {
  return `${articleUrl(article).replace(/[^/]+\/$/, '')}rss.xml`;
}

/** The path through the articles of a track: `/advanced/` */
export function trackUrl(track: string): string {
  return `/${track}/`;
}

/** The articles with a tag: `shared data` → `/tags/shared-data/` */
export function tagUrl(tag: string): string {
  return `${TAGS_URL}${tagSlug(tag)}/`;
}

/** `Shared data` → `shared-data`; empty if a tag has neither letters nor digits. */
export function tagSlug(tag: string): string {
  const words = tag
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u);
  return words.filter(word => word !== '').join('-');
}

/** What a version of Python brought: `/new/#python-3-15` */
export function newSectionUrl(version: string): string {
  return `${NEW_URL}#${newAnchor(version)}`;
}

/** `3.15` → `python-3-15` */
export function newAnchor(version: string): string {
  return `python-${version.replace('.', '-')}`;
}

/** A file of an example to download: `examples/threading/lock.py` → `/examples/threading/lock.py` */
export function downloadUrl(file: string): string {
  return `/${file}`;
}

/**
 * The file of an example to download, by its path in the site. That of a variant is beside its original:
 * `examples/threading/lock.without-the-lock.py`.
 */
export function downloadFile({ file, variant }: Pick<Example, 'file' | 'variant'>): string {
  return variant === undefined ? file : file.replace(/\.py$/, `.${variant.slug}.py`);
}

/** Examples that have something in common: `locks` → `/verified/locks/` */
export function verifiedGroupUrl(slug: string): string {
  return `${VERIFIED_URL}${slug}/`;
}

/**
 * The archive of an example of several files, by its path in the site: `examples/writing/payments.zip`.
 * Undefined if it is one file, which is downloaded as it is.
 */
export function archiveFile(example: Pick<Example, 'file' | 'files' | 'variant'>): string | undefined {
  if (example.files.size === 1) return undefined;
  return `${downloadFile(example).replace(/\/main((?:\.[\w-]+)?)\.py$/, '$1')}.zip`;
}

/** The address of such an archive: `examples/writing/payments/main.py` → `/examples/writing/payments.zip` */
function archiveUrl(file: string): string | undefined {
  return /\/main\.py$/.test(file) ? `/${file.replace(/\/main\.py$/, '')}.zip` : undefined;
}

/** The folder in such an archive, which has the name of the archive: `payments`. */
export function archiveFolder(example: Pick<Example, 'file' | 'files' | 'variant'>): string {
  return (archiveFile(example) ?? '').replace(/^.*\/|\.zip$/g, '');
}

/** What a page fetches to run an example in the browser: `/examples/threading/lock/run.json` */
export function runUrl(id: string): string {
  return `${exampleUrl(id)}run.json`;
}

/** What a page fetches to check an exercise by its solution: `/examples/threading/lock/task.json` */
export function taskUrl(id: string): string {
  return `${exampleUrl(id)}task.json`;
}

/** What a page fetches to judge a prediction: `/examples/threading/lock/answer.json` */
export function answerUrl(id: string): string {
  return `${exampleUrl(id)}answer.json`;
}

/** The lock of an example to download, by its path in the site; undefined if it has none. */
export function lockDownload({ file, lock }: Pick<Example, 'file' | 'lock'>): string | undefined {
  return lock === undefined ? undefined : lockFile(file);
}

export const HOME_URL = '/';
/** All tags. */
export const TAGS_URL = '/tags/';
export const ICON_URL = '/favicon.svg';
export const VERIFIED_URL = '/verified/';
export const VERIFIED_LIST_URL = '/verified.json';
export const VERIFIED_SCHEMA_URL = '/verified.schema.json';
const BADGE_URL = '/verified.svg';
/** All pages with their titles: for the page of missing pages, and for readers who look for an example. */
export const PAGES_URL = '/pages.json';
/** What versions of Python brought; only of a site whose articles have badges. */
export const NEW_URL = '/new/';
/** Which outputs changed with which version of Python; only if some did. */
export const CHANGES_URL = '/changes/';
/** The same as Markdown. */
export const CHANGES_MARKDOWN_URL = '/changes.md';
/** The terms of a site; only if it has some. */
export const GLOSSARY_URL = '/glossary/';
export const FEED_URL = '/rss.xml';
export const SITEMAP_URL = '/sitemap-index.xml';

/** What the pages of a site are made from. */
export interface SiteContents {
  /** Paths of the articles. */
  readonly articles: readonly string[];
  readonly examples: readonly { readonly id: string; readonly file: string }[];
  /** Whether an article has the badge of a version. */
  readonly hasBadges?: boolean | undefined;
  /** Whether an output changed with a version of Python. */
  readonly hasChanges?: boolean | undefined;
  /** Whether it has a glossary. */
  readonly hasGlossary?: boolean | undefined;
  /** Tags of articles. */
  readonly tags?: readonly string[];
}

/** A kind of page or file. */
interface Route {
  /** URL paths. That of a page ends with a slash. */
  readonly urls: (contents: SiteContents) => readonly string[];
  /** Whether the search finds it. */
  readonly isSearched?: true;
  /** Whether articles may link to it. */
  readonly isLinkable?: true;
}

/** Everything that `src/pages` makes, and the sitemap. */
export const ROUTES = {
  home: { urls: () => [HOME_URL], isLinkable: true },
  article: { urls: ({ articles }) => articles.map(articleUrl), isSearched: true, isLinkable: true },
  track: {
    urls: ({ articles }) => [...new Set(articles.map(file => trackUrl(trackOf(file))))],
    isSearched: true,
    isLinkable: true,
  },
  markdownEdition: { urls: ({ articles }) => articles.map(markdownUrl), isLinkable: true },
  socialCard: { urls: ({ articles }) => [SITE_CARD_URL, ...articles.map(socialCardUrl)] },
  example: { urls: ({ examples }) => examples.map(({ id }) => exampleUrl(id)), isLinkable: true },
  download: { urls: ({ examples }) => examples.map(({ file }) => downloadUrl(file)), isLinkable: true },
  // Which folders hold several files, their examples know: no article links to an archive.
  archive: { urls: ({ examples }) => examples.flatMap(({ file }) => archiveUrl(file) ?? []) },
  tag: {
    urls: ({ tags = [] }) => (tags.length === 0 ? [] : [TAGS_URL, ...tags.map(tagUrl)]),
    isLinkable: true,
  },
  verified: {
    urls: ({ examples }) => [
      ...[VERIFIED_URL, VERIFIED_LIST_URL, VERIFIED_SCHEMA_URL, BADGE_URL],
      // Which other groups there are, a verification decides.
      ...new Set(examples.map(({ id }) => verifiedGroupUrl(id.split('/')[0] ?? id))),
    ],
    isLinkable: true,
  },
  forPrograms: {
    urls: ({ articles }) => [
      ...[FEED_URL, SITEMAP_URL, PAGES_URL, '/llms.txt', '/robots.txt'],
      ...new Set(articles.map(trackFeedUrl)),
    ],
    isLinkable: true,
  },
  new: { urls: ({ hasBadges }) => (hasBadges === true ? [NEW_URL] : []), isLinkable: true },
  changes: {
    urls: ({ hasChanges }) => (hasChanges === true ? [CHANGES_URL, CHANGES_MARKDOWN_URL] : []),
    isLinkable: true,
  },
  glossary: {
    urls: ({ hasGlossary }) => (hasGlossary === true ? [GLOSSARY_URL] : []),
    isSearched: true,
    isLinkable: true,
  },
  notFound: { urls: () => ['/404.html'] },
} as const satisfies Record<string, Route>;

/**
 * Names that no article has, in lower case: Astro serves `index` at the address of its folder, and `404` at
 * that of missing pages.
 */
export const RESERVED_SLUGS: readonly string[] = ['index', '404'];

/** Folders of the site that are not its tracks: their pages or files would be mixed with articles. */
export const RESERVED_TRACKS: readonly string[] =
  '_astro changes examples glossary new og pagefind pyodide tags sheets verified'.split(' ');

/** URL paths of everything that articles may link to. */
export function linkableUrls(contents: SiteContents): readonly string[] {
  return urlsOf(({ isLinkable }) => isLinkable === true, contents);
}

/** URL paths of all pages that the search finds, in the order of the index. */
export function searchedUrls(contents: SiteContents): readonly string[] {
  return urlsOf(({ isSearched }) => isSearched === true, contents);
}

function urlsOf(isAsked: (route: Route) => boolean, contents: SiteContents): readonly string[] {
  return Object.values<Route>(ROUTES)
    .filter(isAsked)
    .flatMap(({ urls }) => urls(contents));
}
