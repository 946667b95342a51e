import type { Plugin } from 'vite';
import { location, ProblemError } from '../core/problem.ts';
import type { Desk } from './desk.ts';
import { withoutKept } from './kept-pages.ts';
import { ARTICLES, EXAMPLE_PAGES, TOKENS, virtualId } from './virtual.ts';


/** Resolves references while MDX compiles, and serves what only the desk knows: the stylesheet of the highlighting, and facts of articles. */
export function deskPlugin(desk: () => Desk): Plugin {
  return {
    name: 'verbatim',
    enforce: 'pre',
    resolveId: (id) => virtualId(id),
    async load(id) {
      if (id === TOKENS) return desk().tokenCss();
      if (id === EXAMPLE_PAGES) return `export default ${JSON.stringify(desk().examples())}`;
      return id === ARTICLES ? `export default ${JSON.stringify(await desk().facts())}` : undefined;
    },
    transform: {
      filter: { id: /\.mdx$/ },
      handler(source, id) {
        try {
          return { code: desk().article(id, source).source, map: null };
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          const [first] = error.problems;
          const message = error.problems.map((problem) => [`${location(problem)} ${problem.title}`, problem.detail, problem.remedy].filter(Boolean).join('\n')).join('\n\n');
          return this.error({ message, id, loc: { file: id, line: first?.line ?? 1, column: first?.column ?? 1 } });
        }
      },
    },
  };
}

/** Leaves out of a build the articles whose pages are kept. @param kept their files, relative to the project */
export function keptPlugin(kept: () => ReadonlySet<string>): Plugin {
  return {
    name: 'verbatim:kept',
    // A list in a form that Astro does not have any more is left as it is: then all is bundled, as in a first build.
    transform: { filter: { id: /\/content-modules\.mjs$/ }, handler: (list) => (kept().size === 0 ? null : { code: withoutKept(list, kept()), map: null }) },
  };
}
