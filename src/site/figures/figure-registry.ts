import { createHash } from 'node:crypto';
import type { AnyFigure, Twin } from './figure.ts';

export type Stored = AnyFigure | Twin;

/** Pages are bundled apart from what prepares them: the two share nothing but their process. */
const shared = globalThis as { verbatimFigures?: Map<string, Stored> };
const held = (shared.verbatimFigures ??= new Map<string, Stored>());

/** Registers a figure under a key, in place of the one that had it. */
export function registerFigure(key: string, figure: Stored): void {
  held.set(key, figure);
}

/** Holds a figure for the pages of this process: a build needs it no longer than it lasts. @returns the figure's key */
export function holdFigure(figure: Stored): string {
  const key = createHash('sha256').update(JSON.stringify(figure)).digest('hex').slice(0, 20);
  registerFigure(key, figure);
  return key;
}

/** The figure of a key. Components get it as a prop from the article that was compiled with it. */
export function loadFigure<K extends Stored['kind']>(key: string, kind: K): Extract<Stored, { kind: K }> {
  const figure = held.get(key);
  if (figure?.kind !== kind) throw new Error(`Figure ${key} is a ${figure?.kind}, not a ${kind}`);
  return figure as Extract<Stored, { kind: K }>;
}
