/** Modules that no file holds, by the name that Vite knows them by. */
export const TOKENS = '/@verbatim/tokens.css';
export const ARTICLES = '\0virtual:verbatim/articles';
export const EXAMPLE_PAGES = '\0virtual:verbatim/examples';

const IDS: Readonly<Record<string, string>> = {
  'virtual:verbatim/tokens.css': TOKENS,
  'virtual:verbatim/articles': ARTICLES,
  'virtual:verbatim/examples': EXAMPLE_PAGES,
};

/** The name as it is imported → that name; undefined of others. */
export function virtualId(imported: string): string | undefined {
  return IDS[imported];
}
