import { relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import {
  ARTICLES,
  BUILD_FACTS,
  EXAMPLE_PAGES,
  FIGURE_REGISTRY,
  FIGURES,
  GLOSSARY_TERMS,
  TOKENS,
  VIRTUAL_IDS,
} from '../pages/virtual-modules.ts';
import type { PreparedSite } from '../prepare/prepared-site.ts';

/** Serves a prepared site to Astro: compiled articles, and the virtual modules that pages import. */
export function sitePlugin({
  root,
  articles,
  facts,
  examples,
  build,
  glossary,
  tokenCss,
}: PreparedSite): Plugin {
  const modules: Readonly<Record<string, string>> = {
    [TOKENS]: tokenCss,
    [ARTICLES]: `export default ${JSON.stringify(facts)}`,
    [EXAMPLE_PAGES]: `export default ${JSON.stringify(examples)}`,
    [GLOSSARY_TERMS]: `export default ${JSON.stringify(glossary)}`,
    [BUILD_FACTS]: `export default ${JSON.stringify(build)}`,
  };
  return {
    name: 'verbatim',
    enforce: 'pre',
    resolveId: id => (id === FIGURES ? { id: FIGURE_REGISTRY, external: true } : VIRTUAL_IDS[id]),
    load: id => modules[id],
    transform: {
      filter: { id: /\.mdx$/ },
      handler(source, id) {
        const article = articles.get(relative(root, id).split(sep).join('/'));
        if (article?.original !== source)
          this.error(`${id} was changed while the site was built. Build again.`);
        return { code: article.source, map: null };
      },
    },
  };
}
