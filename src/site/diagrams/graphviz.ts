import type { Viz } from '@viz-js/viz';

/** Graphviz, ready to draw. */
export type Graphviz = Viz;

let loaded: Promise<Graphviz> | undefined;

/** Loads Graphviz once in a process: it is 1.2 MB of WebAssembly. */
export function loadGraphviz(): Promise<Graphviz> {
  loaded ??= import('@viz-js/viz').then(({ instance }) => instance());
  return loaded;
}

/** The fence of a diagram, also in a list of a list or in a quotation; and what only looks like one. */
const FENCE = /(?:`{3,}|~{3,})[ \t]*dot\b/;

/** Graphviz, if one of the articles has a diagram. */
export async function graphvizFor(sources: readonly string[]): Promise<Graphviz | undefined> {
  return sources.some(source => FENCE.test(source)) ? loadGraphviz() : undefined;
}
