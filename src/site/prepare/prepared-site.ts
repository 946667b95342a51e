import type { ArticleFacts } from '../article/article-facts.ts';
import type { ExamplePage } from '../figures/example-pages.ts';
import type { SocialCard } from '../social-cards/card-content.ts';
import type { Registered } from '../figures/figure-registry.ts';
import type { GlossaryTerm } from '../glossary/glossary.ts';
import type { Redirect } from '../publish/redirects.ts';
import type { BuildFacts } from './build-facts.ts';
import type { CompiledArticle } from './compile-article.ts';

/** Everything that Astro needs to render the site, verified and complete. It never changes. */
export interface PreparedSite {
  readonly root: string;
  /** By path relative to the project: `content/advanced/locks.mdx`. */
  readonly articles: ReadonlyMap<string, CompiledArticle>;
  /** Addresses that articles had before. */
  readonly redirects: readonly Redirect[];
  /** The sources of articles that are not published, by path. Nothing of them may be in the site. */
  readonly drafts: ReadonlyMap<string, string>;
  /** By path relative to the project. */
  readonly facts: Readonly<Record<string, ArticleFacts>>;
  /** Why git knows no dates of articles; pages then show those of the front matter. */
  readonly noDates?: string | undefined;
  readonly examples: readonly ExamplePage[];
  readonly glossary: readonly GlossaryTerm[];
  /** The file of the glossary, for the audit; empty if there is none. */
  readonly glossaryText: string;
  readonly build: BuildFacts;
  /** All figures and Markdown editions, by key. */
  readonly figures: ReadonlyMap<string, Registered>;
  /** The files that runs left, with copies of very wide pictures, by path in the site. */
  readonly artifacts: ReadonlyMap<string, Uint8Array>;
  /** What pages fetch to run examples in the browser, by path in the site; none if no page can. */
  readonly browserFiles: ReadonlyMap<string, string | Uint8Array>;
  /** What pages fetch to judge predictions, by path in the site. */
  readonly answers: ReadonlyMap<string, string>;
  /** All social cards; none if the settings turn them off. */
  readonly cards: readonly SocialCard[];
  /** Rules for all classes that highlighted code uses. */
  readonly tokenCss: string;
}
