import type { ThemeRegistration } from 'shiki/core';

/**
 * Two themes in one, if they color the same scopes: a source is read once, and each token has both colors.
 * A color of the theme is the number of a pair, written as a color.
 */
export class PairedTheme {
  readonly theme: ThemeRegistration & { readonly name: string };
  readonly #pairs: string[] = [];

  /**
   * Backgrounds are left out: tokens of code have none.
   * @throws Error if the themes differ in scopes or font styles
   */
  constructor(light: ThemeRegistration, dark: ThemeRegistration) {
    const [ours, others] = [light.tokenColors ?? [], dark.tokenColors ?? []];
    const shape = (rules: typeof ours): string => {
      const parts = rules.map(({ scope, settings }) => [
        scope,
        settings.foreground !== undefined,
        settings.fontStyle,
      ]);
      return JSON.stringify(parts);
    };
    if (shape(ours) !== shape(others))
      throw new Error(`The themes ${light.name} and ${dark.name} color other scopes.`);
    const foreground = this.#number(light.colors?.['editor.foreground'], dark.colors?.['editor.foreground']);
    this.theme = {
      name: `${light.name}+${dark.name}`,
      type: 'light',
      colors: { 'editor.foreground': foreground, 'editor.background': foreground },
      tokenColors: ours.map(({ scope, settings: { fontStyle, foreground: color } }, index) => ({
        scope,
        settings: { fontStyle, foreground: color && this.#number(color, others[index]?.settings.foreground) },
      })),
    };
  }

  /** The colors of a token, as CSS: `light-dark(#0e1116, #f0f3f6)`. */
  color(number: string | undefined): string {
    const pair = number === undefined ? undefined : this.#pairs[Number.parseInt(number.slice(1), 16)];
    if (pair === undefined) throw new Error(`${number} is no color of ${this.theme.name}.`);
    return pair;
  }

  #number(light: string | undefined, dark: string | undefined): string {
    const pair = `light-dark(${light}, ${dark})`;
    const known = this.#pairs.indexOf(pair);
    return `#${(known === -1 ? this.#pairs.push(pair) - 1 : known).toString(16).padStart(6, '0')}`;
  }
}
