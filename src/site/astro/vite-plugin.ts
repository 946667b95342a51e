import type { Plugin } from 'vite';
import { location, ProblemError } from '../../core/problems/problem.ts';
import type { Desk } from '../build/prepare-site.ts';
import { UnbundledArticles, withoutKept } from '../build/compile-without-bundler.ts';
import { ARTICLES, EXAMPLE_PAGES, TOKENS, virtualId } from '../pages/virtual-modules.ts';

/** What the list of articles is made of. */
export interface ListedArticles {
  /** Files of the articles whose pages are those of the last site. */
  readonly kept: ReadonlySet<string>;
  /** The articles that are nothing but their own text, ready for the MDX compiler. */
  readonly whole: readonly { readonly file: string; readonly id: string; readonly source: string }[];
}

/** Resolves references while MDX compiles, and serves what only the desk knows: the stylesheet of the highlighting, and facts of articles. */
export function deskPlugin(desk: () => Desk): Plugin {
  return {
    name: 'verbatim',
    enforce: 'pre',
    resolveId: id => virtualId(id),
    load(id) {
      if (id === TOKENS) return desk().tokenCss();
      if (id === EXAMPLE_PAGES) return `export default ${JSON.stringify(desk().examples())}`;
      return id === ARTICLES ? `export default ${JSON.stringify(desk().facts())}` : undefined;
    },
    transform: {
      filter: { id: /\.mdx$/ },
      handler(source, id) {
        try {
          return { code: desk().article(id, source).source, map: null };
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          const [first] = error.problems;
          const message = error.problems
            .map(problem =>
              [`${location(problem)} ${problem.title}`, problem.detail, problem.remedy]
                .filter(Boolean)
                .join('\n'),
            )
            .join('\n\n');
          return this.error({
            message,
            id,
            loc: { file: id, line: first?.line ?? 1, column: first?.column ?? 1 },
          });
        }
      },
    },
  };
}

/** Leaves out of the bundles the articles whose pages are kept, and those that need no bundler. */
export function listPlugin(articles: () => ListedArticles): Plugin {
  const unbundled = new UnbundledArticles();
  return {
    name: 'verbatim:list',
    configResolved: ({ plugins }) => unbundled.use(plugins),
    // A list in a form that Astro does not have any more is left as it is: then all is bundled, as in a first build.
    transform: {
      filter: { id: /\/content-modules\.mjs$/ },
      handler: async list => {
        const { kept, whole } = articles();
        for (const { file, id, source } of whole) if (!kept.has(file)) await unbundled.add(file, id, source);
        return { code: unbundled.listed(withoutKept(list, kept)), map: null };
      },
    },
  };
}
