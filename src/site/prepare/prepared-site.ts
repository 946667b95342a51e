import type { ExamplePage } from '../figures/example-pages.ts';
import type { SocialCard } from '../social-cards/card-content.ts';
import type { Registered } from '../figures/figure-registry.ts';
import type { CompiledArticle } from './compile-article.ts';

/** What a page shows of its article that the author does not write. */
export interface ArticleFacts {
  readonly minutes: number;
  /** `2026-11-22`; absent if git does not know. */
  readonly changed?: string | undefined;
  /** `2026-11-20`; absent if git does not know. */
  readonly added?: string | undefined;
  /** Key of its Markdown edition; absent in a dev server. */
  readonly markdownKey?: string | undefined;
}

/** Everything that Astro needs to render the site, verified and complete. It never changes. */
export interface PreparedSite {
  readonly root: string;
  /** By path relative to the project: `content/advanced/locks.mdx`. */
  readonly articles: ReadonlyMap<string, CompiledArticle>;
  /** By path relative to the project. */
  readonly facts: Readonly<Record<string, ArticleFacts>>;
  readonly examples: readonly ExamplePage[];
  /** All figures and Markdown editions, by key. */
  readonly figures: ReadonlyMap<string, Registered>;
  /** The social card of each article. */
  readonly cards: readonly SocialCard[];
  /** Rules for all classes that highlighted code uses. */
  readonly tokenCss: string;
}
