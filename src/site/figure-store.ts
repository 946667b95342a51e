import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../runner/write-whole.ts';
import type { DraftFigure, DraftTop, MistakeFigure } from './draft.ts';
import type { AnyFigure, Twin } from './figure.ts';

export type Stored = AnyFigure | Twin | DraftFigure | DraftTop | MistakeFigure;

/** Below the state folder: what a dev server shows, by place (`draft-store.ts`). */
export const DRAFTS = 'drafts';

/**
 * Prepared figures, each in a file that is named by the digest of what it holds: the compiled article names the key,
 * so a page can never show an older figure than the one it was compiled with.
 */
function folder(root: string): string {
  return join(root, '.verbatim', 'figures');
}

/** @returns the figure's key */
export function storeFigure(root: string, figure: Stored): string {
  const text = JSON.stringify(figure);
  const key = createHash('sha256').update(text).digest('hex').slice(0, 20);
  const path = join(folder(root), `${key}.json`);
  if (!existsSync(path)) {
    mkdirSync(folder(root), { recursive: true });
    writeWhole(path, text);
  }
  return key;
}

/** The figure of a key; of a draft, the figure in it. Components get it as a prop from the article that was compiled with it. */
export function loadFigure<K extends Stored['kind']>(key: string, kind: K, root: string = process.cwd()): Extract<Stored, { kind: K }> {
  const stored = loadStored(key, root);
  const figure = kind === 'figure' && stored.kind === 'draft' ? stored.figure : stored;
  if (figure.kind !== kind) throw new Error(`Figure ${key} is a ${figure.kind}, not a ${kind}`);
  return figure as Extract<Stored, { kind: K }>;
}

/** Whatever stands under a key, of whichever kind. */
export function loadStored(key: string, root: string = process.cwd()): Stored {
  const path = key.startsWith(`${DRAFTS}/`) ? join(root, '.verbatim', key) : join(folder(root), key);
  return JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Stored;
}
