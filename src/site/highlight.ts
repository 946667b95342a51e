import { createHash } from 'node:crypto';
import { createHighlighterCore, type HighlighterCore, type ThemedToken } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { escapeHtml, type HighlightedLine, LANGUAGES } from './plain-lines.ts';

/** Both pass WCAG AA against their own background; measured, see src/README.md. */
const THEMES = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } as const;

/** Source → highlighted lines. Colours are classes; `css()` is their stylesheet, so that no element carries a style. */
export class Highlighter {
  readonly #core: HighlighterCore;
  readonly #rules = new Map<string, string>();

  private constructor(core: HighlighterCore) {
    this.#core = core;
  }

  static async create(): Promise<Highlighter> {
    return new Highlighter(await createHighlighterCore({
      engine: createJavaScriptRegexEngine(),
      themes: [import('shiki/themes/github-light-high-contrast.mjs'), import('shiki/themes/github-dark-high-contrast.mjs')],
      langs: [import('shiki/langs/python.mjs'), import('shiki/langs/shellscript.mjs'), import('shiki/langs/toml.mjs'), import('shiki/langs/json.mjs'), import('shiki/langs/yaml.mjs'), import('shiki/langs/mdx.mjs')],
    }));
  }

  /** The lines of a source. `language` is one of `LANGUAGES`, `ansi` for output with colours; anything else is plain text. */
  lines(source: string, language: string): HighlightedLine[] {
    const lang = language === 'ansi' ? 'ansi' : (LANGUAGES[language] ?? 'text');
    // Without the limit of half a second a line: on a busy machine it would give other colours than on a quiet one.
    const { tokens } = this.#core.codeToTokens(source, { lang, themes: THEMES, defaultColor: 'light-dark()', tokenizeTimeLimit: 0 });
    return tokens.map((line) => line.map((token) => this.#span(token)).join(''));
  }

  /** A class of lines above which so many are not shown: their numbers pass over those. */
  skip(name: string, skipped: number): void {
    this.#rules.set(name, `counter-increment:line ${skipped}`);
  }

  /** The rules of all classes that were given out, sorted: the same set of sources gives the same bytes. */
  css(): string {
    return [...this.#rules].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, style]) => `.${name}{${style}}`).join('\n');
  }

  #span({ content, htmlStyle }: ThemedToken): string {
    const style = typeof htmlStyle === 'string' ? htmlStyle : Object.entries(htmlStyle ?? {}).filter(([name, value]) => !isInherited(name, value)).map(([name, value]) => `${name}:${value.toLowerCase()}`).join(';');
    if (style === '' || content.trim() === '') return escapeHtml(content);
    const name = `t${createHash('sha256').update(style).digest('hex').slice(0, 5)}`;
    const known = this.#rules.get(name);
    if (known !== undefined && known !== style) throw new Error(`Two token styles share the class ${name}: ${known} and ${style}`);
    this.#rules.set(name, style);
    return `<span class="${name}">${escapeHtml(content)}</span>`;
  }
}

/** The themes' own foreground, which the panel sets, and Shiki's variables, which repeat what `light-dark()` says. */
function isInherited(name: string, value: string): boolean {
  return name.startsWith('--') || name === 'color' && value.toLowerCase() === 'light-dark(#0e1116, #f0f3f6)';
}
