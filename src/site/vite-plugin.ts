import type { Plugin } from 'vite';
import { location, ProblemError } from '../core/problem.ts';
import type { Desk } from './desk.ts';

const TOKENS = '/@verbatim/tokens.css';
const ARTICLES = '\0virtual:verbatim/articles';
const EXAMPLES = '\0virtual:verbatim/examples';

/** Resolves references while MDX compiles, and serves what only the desk knows: the stylesheet of the highlighting, and facts of articles. */
export function deskPlugin(desk: () => Desk, command: 'build' | 'dev'): Plugin {
  return {
    name: 'verbatim',
    enforce: 'pre',
    resolveId(id) {
      if (id === 'virtual:verbatim/tokens.css') return TOKENS;
      if (id === 'virtual:verbatim/examples') return EXAMPLES;
      return id === 'virtual:verbatim/articles' ? ARTICLES : undefined;
    },
    async load(id) {
      if (id === TOKENS) return desk().tokenCss();
      if (id === EXAMPLES) return `export default ${JSON.stringify(desk().examples())}`;
      return id === ARTICLES ? `export default ${JSON.stringify(await desk().facts())}` : undefined;
    },
    transform: {
      filter: { id: /\.mdx$/ },
      async handler(source, id) {
        try {
          if (command === 'build') return { code: desk().article(id, source).source, map: null };
          const { article, watch } = await desk().draft(id, source);
          for (const file of watch) this.addWatchFile(file);
          return { code: article.source, map: null };
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
