import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DraftFigure, DraftTop, MistakeFigure } from '../dev/unverified-figure.ts';
import type { AnyFigure, Twin } from './figure.ts';

export type Stored = AnyFigure | Twin | DraftFigure | DraftTop | MistakeFigure;

/** Below the state folder: what a dev server shows, by place (`draft-store.ts`). */
export const DRAFTS = 'drafts';

/**
 * Prepared figures, by the digest of what they hold, in memory or each in a file of that name: the compiled article names the key,
 * so a page can never show an older figure than the one it was compiled with.
 */
function folder(root: string): string {
  return join(root, '.verbatim', 'figures');
}

/** Pages are bundled apart from what prepares them: the two share nothing but their process. */
const shared = globalThis as { verbatimFigures?: Map<string, Stored> };
const held = (shared.verbatimFigures ??= new Map<string, Stored>());

/** Holds a figure for the pages of this process: a build needs it no longer than it lasts. @returns the figure's key */
export function holdFigure(figure: Stored): string {
  const key = keyOf(JSON.stringify(figure));
  held.set(key, figure);
  return key;
}

const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 20);

/** Keeps a figure in a file. @returns the figure's key */
export function storeFigure(root: string, figure: Stored): string {
  const text = JSON.stringify(figure);
  const key = keyOf(text);
  const path = join(folder(root), `${key}.json`);
  if (!existsSync(path)) {
    mkdirSync(folder(root), { recursive: true });
    writeFileSync(path, text);
  }
  return key;
}

/** The figure of a key; of a draft, the figure in it. Components get it as a prop from the article that was compiled with it. */
export function loadFigure<K extends Stored['kind']>(
  key: string,
  kind: K,
  root: string = process.cwd(),
): Extract<Stored, { kind: K }> {
  const stored = loadStored(key, root);
  const figure = kind === 'figure' && stored.kind === 'draft' ? stored.figure : stored;
  if (figure.kind !== kind) throw new Error(`Figure ${key} is a ${figure.kind}, not a ${kind}`);
  return figure as Extract<Stored, { kind: K }>;
}

/** Whatever stands under a key, of whichever kind. */
export function loadStored(key: string, root: string = process.cwd()): Stored {
  const figure = held.get(key);
  if (figure !== undefined) return figure;
  const path = key.startsWith(`${DRAFTS}/`) ? join(root, '.verbatim', key) : join(folder(root), key);
  return JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Stored;
}
