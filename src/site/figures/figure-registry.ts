import { createHash } from 'node:crypto';
import type { AnyFigure, MarkdownEdition } from './figure.ts';

/** What a page looks up by its key. */
export type Registered = AnyFigure | MarkdownEdition;

/**
 * The figures that pages show, by key. Astro bundles pages apart from the code that prepares them, and a bundled copy of
 * this module would have a map of its own. So pages import it as `virtual:verbatim/figures`, which stays outside of the bundle.
 */
let provided: ReadonlyMap<string, Registered> = new Map();

/** Makes figures available to the pages that Astro renders next in this process. */
export function provideFigures(figures: ReadonlyMap<string, Registered>): void {
  provided = figures;
}

/** The key of a figure: a digest of what it holds. So a page can never show another figure than it was compiled with. */
export function figureKey(figure: Registered): string {
  return createHash('sha256').update(JSON.stringify(figure)).digest('hex').slice(0, 20);
}

/** The figure of a key. Components get the key as a prop from the article that was compiled with it. */
export function loadFigure<K extends Registered['kind']>(
  key: string,
  kind: K,
): Extract<Registered, { kind: K }> {
  const figure = provided.get(key);
  if (figure?.kind !== kind)
    throw new Error(`Figure ${key} is ${figure?.kind ?? 'not prepared'}, not a ${kind}`);
  return figure as Extract<Registered, { kind: K }>;
}
