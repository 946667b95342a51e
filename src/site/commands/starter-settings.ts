/**
 * The file `src/site.config.ts` of a new site, as Prettier formats it.
 * @param socialCards whether the font of social cards has all characters of the title
 */
export function starterSettings(title: string, socialCards: boolean): string {
  return [
    "import { defineSite } from './core/settings/site-settings.ts';",
    '',
    "/** The site's own settings. `core/settings/` describes each, also those that are not named here. */",
    'export const site = defineSite({',
    `  title: ${literal(title)},`,
    "  tagline: 'Samples that run',",
    "  description: 'Articles whose samples run in each build, and print the outputs that are shown.',",
    "  welcome: 'Each sample is a file that you can download and run. Each output is what Python printed.',",
    "  url: 'https://docs.example.org',",
    "  language: 'en',",
    `  /** For "Edit this page": 'https://github.com/owner/name/edit/main/' */`,
    '  repository: undefined,',
    "  /** For example { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } */",
    '  license: undefined,',
    '  tracks: {',
    "    guide: { title: 'Guide', summary: 'What to know first, what to look up later.', icon: 'rocket' },",
    '  },',
    ...(socialCards ? [] : ['  /** Their font lacks a character of the title. */', '  socialCards: false,']),
    '});',
    '',
  ].join('\n');
}

/** A text → a literal in TypeScript, in the quotes that need fewer escapes. */
function literal(text: string): string {
  const count = (quote: string): number => text.split(quote).length;
  const quote = count("'") > count('"') ? '"' : "'";
  return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
}
