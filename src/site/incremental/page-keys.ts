import { fingerprint } from '../../core/text/hash.ts';
import type { ArticleFacts } from '../build/prepare-site.ts';
import type { SocialCard } from '../social-cards/card-content.ts';
import { exampleHref, hrefOf, trackOf, twinAddress } from '../article/article-files.ts';
import type { ExamplePage } from '../figures/example-pages.ts';
import { frontMatterText } from '../article/parse-front-matter.ts';

/** An article, as far as its pages depend on it. */
export interface KeyedArticle {
  /** `content/advanced/locks.mdx` */
  readonly file: string;
  /** As the author wrote it. */
  readonly original: string;
  /** Digest of it as it is compiled: in place of each example the digest of what the page shows. */
  readonly digest: string;
  readonly facts: ArticleFacts;
}

export interface KeySources {
  /** All that every page depends on: `siteIdentity`, and the stylesheet of the highlighting. */
  readonly identity: string;
  readonly articles: readonly KeyedArticle[];
  readonly examples: readonly ExamplePage[];
  /** The key of each card, by its address: `cardKey`. */
  readonly cards: ReadonlyMap<string, string>;
  /** The text of each file to download, by its path below the site. */
  readonly downloads: ReadonlyMap<string, string>;
}

/**
 * The key of each page that a build may take from the last one, by its address: two pages with one key are the same.
 * A page shows its own article, and of others only what their front matter says: those of its track, or those that show its example.
 */
export function pageKeys({
  identity,
  articles,
  examples,
  cards,
  downloads,
}: KeySources): ReadonlyMap<string, string> {
  const heads = new Map(
    articles.map(({ file, original }) => [file, `${file}\n${frontMatterText(original)}`]),
  );
  const byTrack = Map.groupBy(articles, ({ file }) => trackOf(file));
  const tracks = new Map(
    [...byTrack].map(([track, all]) => [track, fingerprint(all.map(({ file }) => heads.get(file) ?? ''))]),
  );
  const key = (kind: string, ...parts: readonly string[]): string => fingerprint([identity, kind, ...parts]);
  return new Map([
    ...articles.flatMap(({ file, original, digest, facts }) => {
      const [href, head] = [hrefOf(file), heads.get(file) ?? ''];
      const told = JSON.stringify(facts);
      return [
        // A picture lies beside the article, and what is imported elsewhere: then the text is not all.
        ...(isWhole(original)
          ? [[href, key('page', file, digest, told, tracks.get(trackOf(file)) ?? '')] as const]
          : []),
        [twinAddress(file), key('twin', head, told)] as const,
      ];
    }),
    ...examples.map(
      page =>
        [
          exampleHref(page.id),
          key('example', JSON.stringify(page), ...page.articles.map(file => heads.get(file) ?? '')),
        ] as const,
    ),
    ...cards,
    ...[...downloads].map(([path, text]) => [`/${path}`, fingerprint(['download', text])] as const),
  ]);
}

/** The key of a card: no page's looks are in it, so that cards can be drawn before any page is known. @param identity `siteIdentity` */
export function cardKey(identity: string, card: SocialCard): string {
  return fingerprint([identity, 'card', JSON.stringify(card)]);
}

/** Whether an article is nothing but its own file: without imports, exports, or pictures and other files by relative address. */
export function isWhole(source: string): boolean {
  return !/^(?:import|export)\s/m.test(source) && !/!\[|<img\b/i.test(source);
}
