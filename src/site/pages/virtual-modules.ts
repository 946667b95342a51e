import { fileURLToPath } from 'node:url';

/** Pages look figures up in this module, which is that of `FIGURE_REGISTRY` and not bundled. */
export const FIGURES = 'virtual:verbatim/figures';
/** The URL of its file. */
export const FIGURE_REGISTRY: string = new URL('../figures/figure-registry.ts', import.meta.url).href;

/** Modules without a file: their ids in Vite. */
export const TOKENS = '/@verbatim/tokens.css';
export const ARTICLES = '\0virtual:verbatim/articles';
export const EXAMPLE_PAGES = '\0virtual:verbatim/examples';
export const GLOSSARY_TERMS = '\0virtual:verbatim/glossary';
export const BUILD_FACTS = '\0virtual:verbatim/build';

/** The id of each virtual module, by the name that pages import. */
export const VIRTUAL_IDS: Readonly<Record<string, string>> = {
  'virtual:verbatim/tokens.css': TOKENS,
  'virtual:verbatim/articles': ARTICLES,
  'virtual:verbatim/examples': EXAMPLE_PAGES,
  'virtual:verbatim/build': BUILD_FACTS,
  'virtual:verbatim/glossary': GLOSSARY_TERMS,
};

/** The only line of JavaScript in an article that a dev server compiles: its own. */
export const DEV_SLOT_IMPORT = `import DevSlot from ${JSON.stringify(
  fileURLToPath(new URL('../../components/dev/DevSlot.astro', import.meta.url)),
)};`;
