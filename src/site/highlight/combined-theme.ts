import type { ThemeRegistration } from 'shiki/core';

/**
 * Two themes as one, for themes that colour the same scopes: a source is then read once, and each token knows both of its colours.
 * In the theme a colour is the number of a pair, written as a colour.
 */
export class PairedTheme {
  readonly theme: ThemeRegistration & { readonly name: string };
  readonly #pairs: string[] = [];

  /** Backgrounds are left out: Shiki gives no token of a language one. @throws Error where the two colour other scopes, or in other styles: then they cannot be one */
  constructor(light: ThemeRegistration, dark: ThemeRegistration) {
    const [ours, others] = [light.tokenColors ?? [], dark.tokenColors ?? []];
    const shape = (rules: typeof ours): string =>
      JSON.stringify(
        rules.map(({ scope, settings: { foreground, fontStyle } }) => [
          scope,
          foreground !== undefined,
          fontStyle,
        ]),
      );
    if (shape(ours) !== shape(others))
      throw new Error(
        `The themes ${light.name} and ${dark.name} colour other scopes: highlight with each of them.`,
      );
    const foreground = this.#number(light.colors?.['editor.foreground'], dark.colors?.['editor.foreground']);
    this.theme = {
      name: `${light.name}+${dark.name}`,
      type: 'light',
      colors: { 'editor.foreground': foreground, 'editor.background': foreground },
      tokenColors: ours.map(({ scope, settings }, index) => ({
        scope,
        settings: {
          fontStyle: settings.fontStyle,
          foreground:
            settings.foreground && this.#number(settings.foreground, others[index]?.settings.foreground),
        },
      })),
    };
  }

  /** The colours of a token, as CSS: `light-dark(#0e1116, #f0f3f6)`. */
  colour(number: string | undefined): string {
    const pair = number === undefined ? undefined : this.#pairs[Number.parseInt(number.slice(1), 16)];
    if (pair === undefined) throw new Error(`${number} is no colour of ${this.theme.name}.`);
    return pair;
  }

  #number(light: string | undefined, dark: string | undefined): string {
    const pair = `light-dark(${light}, ${dark})`;
    const known = this.#pairs.indexOf(pair);
    return `#${(known === -1 ? this.#pairs.push(pair) - 1 : known).toString(16).padStart(6, '0')}`;
  }
}
