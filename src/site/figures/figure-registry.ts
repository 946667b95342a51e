import { hash } from 'node:crypto';
import type { AnyFigure, MarkdownEdition } from './parts/figure.ts';

/** What a page looks up by its key. */
export type Registered = AnyFigure | MarkdownEdition;

/**
 * The figures that pages show, by key. Astro bundles pages apart from the code that prepares them, and a
 * bundled copy of this module would have its own map. So pages import `virtual:verbatim/figures`, which is
 * not bundled.
 */
let provided: ReadonlyMap<string, Registered> = new Map();

/** Makes figures available to the pages that Astro renders next in this process. */
export function provideFigures(figures: ReadonlyMap<string, Registered>): void {
  provided = figures;
}

/** The key of a figure is its digest, so a page can only show the figure that it was compiled with. */
export function figureKey(figure: Registered): string {
  return hash('sha256', JSON.stringify(figure)).slice(0, 20);
}

/** The figure of a key. Components receive the key as a prop. */
export function loadFigure<K extends Registered['kind']>(
  key: string,
  kind: K,
): Extract<Registered, { kind: K }> {
  const figure = provided.get(key);
  if (figure?.kind !== kind)
    throw new Error(`Figure ${key} is ${figure?.kind ?? 'not prepared'}, not a ${kind}`);
  return figure as Extract<Registered, { kind: K }>;
}
