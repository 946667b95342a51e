import { hash } from 'node:crypto';
import { createHighlighterCore, type HighlighterCore, type ThemedToken } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { ansiLines } from './ansi-lines.ts';
import { PairedTheme } from './combined-theme.ts';
import { escapeHtml } from '../../core/text/escape-html.ts';
import { type HighlightedLine, LANGUAGES, type LineHighlighter } from './plain-highlighter.ts';

/** The foreground of both themes, which the panel sets. */
const INHERITED = 'light-dark(#0e1116, #f0f3f6)';

interface Token {
  readonly content: string;
  /** CSS declarations; empty for the inherited color. */
  readonly style: string;
}

/** Source → highlighted lines. Colors are classes, with rules in `css()`, so no element has a style. */
export class Highlighter implements LineHighlighter {
  readonly #core: HighlighterCore;
  readonly #pair: PairedTheme;
  /** Style of each class. */
  readonly #rules = new Map<string, string>();
  /** Most code is shown on two pages: in an article, and on the page of its example. */
  readonly #highlighted = new Map<string, readonly HighlightedLine[]>();

  private constructor(core: HighlighterCore, pair: PairedTheme) {
    this.#core = core;
    this.#pair = pair;
  }

  static async create(): Promise<Highlighter> {
    const [{ default: light }, { default: dark }] = await Promise.all([
      import('shiki/themes/github-light-high-contrast.mjs'),
      import('shiki/themes/github-dark-high-contrast.mjs'),
    ]);
    const pair = new PairedTheme(light, dark);
    const core = await createHighlighterCore({
      engine: createJavaScriptRegexEngine(),
      themes: [light, dark, pair.theme],
      langs: [
        import('shiki/langs/python.mjs'),
        import('shiki/langs/shellscript.mjs'),
        import('shiki/langs/toml.mjs'),
        import('shiki/langs/json.mjs'),
        import('shiki/langs/yaml.mjs'),
        import('shiki/langs/mdx.mjs'),
      ],
    });
    return new Highlighter(core, pair);
  }

  /** The lines of a source. `language` is one of `LANGUAGES`, or `ansi`; anything else is plain text. */
  lines(source: string, language: string): readonly HighlightedLine[] {
    const key = `${language}\n${source}`;
    const known = this.#highlighted.get(key) ?? this.#highlight(source, language);
    this.#highlighted.set(key, known);
    return known;
  }

  /** Registers the class of lines above which `skipped` lines are not shown, which their numbers skip. */
  readonly skip = (skipped: number): string => {
    const name = `n${skipped}`;
    this.#rules.set(name, `counter-increment:line ${skipped}`);
    return name;
  };

  /** Registers the class of lines that are indented by so many columns: wrapped, they go on behind that. */
  readonly indent = (columns: number): string => {
    const name = `i${columns}`;
    this.#rules.set(name, `--indent:${columns}ch`);
    return name;
  };

  /** The rules of all classes that were used, sorted: the same set of sources gives the same bytes. */
  css(): string {
    return [...this.#rules]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, style]) => `.${name}{${style}}`)
      .join('\n');
  }

  #highlight(source: string, language: string): readonly HighlightedLine[] {
    if (language === 'ansi') return ansiLines(source);
    return this.#codeTokens(source, language).map(line => line.map(token => this.#span(token)).join(''));
  }

  /**
   * One pass for both themes takes half the time of two. There is no time limit per line: a busy machine
   * would give other colors than a quiet one.
   */
  #codeTokens(source: string, language: string): Token[][] {
    const lang = LANGUAGES[language]?.grammar ?? 'text';
    const options = { lang, theme: this.#pair.theme.name, tokenizeTimeLimit: 0 };
    const styled = ({ content, color }: ThemedToken): Token => ({
      content,
      style: styleOf(this.#pair.color(color)),
    });
    return this.#core.codeToTokensBase(source, options).map(line => line.map(styled));
  }

  #span({ content, style }: Token): string {
    if (style === '' || content.trim() === '') return escapeHtml(content);
    return `<span class="${this.#className(style)}">${escapeHtml(content)}</span>`;
  }

  #className(style: string): string {
    const name = `t${hash('sha256', style).slice(0, 5)}`;
    const other = this.#rules.get(name);
    if (other !== undefined && other !== style)
      throw new Error(`Two token styles share the class ${name}: ${other} and ${style}`);
    this.#rules.set(name, style);
    return name;
  }
}

/** The style of a token as CSS; empty for the inherited color. */
function styleOf(color: string): string {
  const value = color.toLowerCase();
  return value === INHERITED ? '' : `color:${value}`;
}
