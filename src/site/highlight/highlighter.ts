import { createHash } from 'node:crypto';
import { createHighlighterCore, type HighlighterCore, type ThemedToken } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { HighlightCache, keyOf } from './highlight-cache.ts';
import { PairedTheme } from './combined-theme.ts';
import { type HighlightedLine, LANGUAGES } from './plain-highlighter.ts';
import { escapeHtml } from '../../core/text/escape-html.ts';

/** Both pass WCAG AA against their own background; measured, see src/README.md. */
const THEMES = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } as const;

/** What was used to highlight something: keys of sources that are kept, and classes that pass over lines. */
export interface Used {
  readonly sources: readonly string[];
  readonly skips: readonly (readonly [name: string, skipped: number])[];
}

/** Source → highlighted lines. Colours are classes; `css()` is their stylesheet, so that no element carries a style. */
export class Highlighter {
  readonly #core: HighlighterCore;
  readonly #pair: PairedTheme;
  readonly #rules = new Map<string, string>();
  /** By style: its class. */
  readonly #names = new Map<string, string>();

  readonly #cache: HighlightCache;
  /** While something is recorded. */
  #recorded: { readonly sources: Set<string>; readonly skips: Map<string, number> } | undefined;

  private constructor(core: HighlighterCore, pair: PairedTheme, cache: HighlightCache) {
    this.#core = core;
    this.#pair = pair;
    this.#cache = cache;
  }

  /** @param root the project's folder, where what was highlighted is kept from one build to the next; absent: nowhere */
  static async create(root?: string): Promise<Highlighter> {
    const [{ default: light }, { default: dark }] = await Promise.all([
      import('shiki/themes/github-light-high-contrast.mjs'),
      import('shiki/themes/github-dark-high-contrast.mjs'),
    ]);
    const pair = new PairedTheme(light, dark);
    return new Highlighter(
      await createHighlighterCore({
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
      }),
      pair,
      HighlightCache.open(root),
    );
  }

  /** The lines of a source. `language` is one of `LANGUAGES`, `ansi` for output with colours; anything else is plain text. */
  lines(source: string, language: string): readonly HighlightedLine[] {
    const key = keyOf(source, language);
    this.#recorded?.sources.add(key);
    const known = this.#cache.find(key);
    if (known === undefined) {
      const made = this.#highlight(source, language);
      this.#cache.keep(key, { lines: made, rules: this.#rulesOf(made) });
      return made;
    }
    for (const [name, style] of known.rules) this.#addRule(name, style);
    return known.lines;
  }

  /** Does something, and tells what it used. */
  record<T>(work: () => T): { readonly value: T; readonly used: Used } {
    const recorded = (this.#recorded = { sources: new Set<string>(), skips: new Map<string, number>() });
    try {
      return {
        value: work(),
        get used() {
          return { sources: [...recorded.sources], skips: [...recorded.skips] };
        },
      };
    } finally {
      this.#recorded = undefined;
    }
  }

  /** Uses again what was used once, without anything being highlighted. @returns whether all of that is still kept */
  recall({ sources, skips }: Used): boolean {
    const known = sources.map(key => this.#cache.find(key));
    if (known.includes(undefined)) return false;
    for (const each of known) for (const [name, style] of each?.rules ?? []) this.#addRule(name, style);
    for (const [name, skipped] of skips) this.skip(name, skipped);
    return true;
  }

  /** Keeps for the next build what this one used. */
  save(): Promise<void> {
    return this.#cache.save();
  }

  #highlight(source: string, language: string): HighlightedLine[] {
    const lang = language === 'ansi' ? 'ansi' : (LANGUAGES[language] ?? 'text');
    // Without the limit of half a second a line: on a busy machine it would give other colours than on a quiet one.
    const tokens =
      lang === 'ansi'
        ? this.#core
            .codeToTokens(source, {
              lang,
              themes: THEMES,
              defaultColor: 'light-dark()',
              tokenizeTimeLimit: 0,
            })
            .tokens.map(line =>
              line.map(({ content, htmlStyle }) => ({ content, style: styleOf(htmlStyle) })),
            )
        : // Once for both themes: that is half of the time.
          this.#core
            .codeToTokensBase(source, { lang, theme: this.#pair.theme.name, tokenizeTimeLimit: 0 })
            .map(line =>
              line.map(token => ({
                content: token.content,
                style: styleOf({ color: this.#pair.colour(token.color) }),
              })),
            );
    return tokens.map(line => line.map(({ content, style }) => this.#span(content, style)).join(''));
  }

  /** A class of lines above which so many are not shown: their numbers pass over those. */
  skip(name: string, skipped: number): void {
    this.#recorded?.skips.set(name, skipped);
    this.#rules.set(name, `counter-increment:line ${skipped}`);
  }

  /** The rules of all classes that were given out, sorted: the same set of sources gives the same bytes. */
  css(): string {
    return [...this.#rules]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, style]) => `.${name}{${style}}`)
      .join('\n');
  }

  #span(content: string, style: string): string {
    return style === '' || content.trim() === ''
      ? escapeHtml(content)
      : `<span class="${this.#className(style)}">${escapeHtml(content)}</span>`;
  }

  #className(style: string): string {
    const known = this.#names.get(style);
    if (known !== undefined) return known;
    const name = `t${createHash('sha256').update(style).digest('hex').slice(0, 5)}`;
    this.#addRule(name, style);
    return name;
  }

  #addRule(name: string, style: string): void {
    const other = this.#rules.get(name);
    if (other !== undefined && other !== style)
      throw new Error(`Two token styles share the class ${name}: ${other} and ${style}`);
    this.#rules.set(name, style);
    this.#names.set(style, name);
  }

  #rulesOf(lines: readonly HighlightedLine[]): [string, string][] {
    const names = new Set(
      lines.flatMap(line =>
        [...line.matchAll(/<span class="(?<name>t[0-9a-f]{5})">/g)].map(({ groups }) => groups?.name ?? ''),
      ),
    );
    return [...names].map(name => [name, this.#rules.get(name) ?? '']);
  }
}

function styleOf(style: ThemedToken['htmlStyle']): string {
  return typeof style === 'string'
    ? style
    : Object.entries(style ?? {})
        .filter(([name, value]) => !isInherited(name, value))
        .map(([name, value]) => `${name}:${value.toLowerCase()}`)
        .join(';');
}

/** The themes' own foreground, which the panel sets, and Shiki's variables, which repeat what `light-dark()` says. */
function isInherited(name: string, value: string): boolean {
  return (
    name.startsWith('--') || (name === 'color' && value.toLowerCase() === 'light-dark(#0e1116, #f0f3f6)')
  );
}
