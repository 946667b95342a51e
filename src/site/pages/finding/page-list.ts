import type { ExamplePage } from '../../figures/example-pages.ts';
import { trackUrl, VERIFIED_URL } from '../../routes.ts';
import { linkTo } from '../../site-url.ts';
import type { Article } from '../articles.ts';

/** A page, or an address that it had before. */
interface PageEntry {
  readonly path: string;
  /** Absent if its path says enough: that of an example. */
  readonly title?: string | undefined;
  /** Where the page is now, if `path` is an earlier address. */
  readonly to?: string | undefined;
}

/** What `/pages.json` holds: the pages that a reader looks for by their names, sorted by their paths. */
export function pageList(
  articles: readonly Pick<Article, 'title' | 'href' | 'aliases' | 'track'>[],
  examples: readonly Pick<ExamplePage, 'href'>[],
  verifiedTitle: string,
): readonly PageEntry[] {
  const entries: readonly PageEntry[] = [
    ...articles.flatMap(({ title, href, aliases }) => [
      { path: href, title },
      ...aliases.map(alias => ({ path: linkTo(alias), title, to: href })),
    ]),
    // In the language of the site, whose articles are the first.
    ...new Map(articles.toReversed().map(({ track }) => [track.slug, track]))
      .values()
      .map(({ slug, title }) => ({ path: linkTo(trackUrl(slug)), title })),
    { path: linkTo(VERIFIED_URL), title: verifiedTitle },
    ...examples.map(({ href }) => ({ path: href })),
  ];
  return entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
