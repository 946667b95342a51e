import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../runner/write-whole.ts';
import type { AnyFigure, Twin } from './figure.ts';

type Stored = AnyFigure | Twin;

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

/** The figure of a key. Components get it as a prop from the article that was compiled with it. */
export function loadFigure<K extends Stored['kind']>(key: string, kind: K, root: string = process.cwd()): Extract<Stored, { kind: K }> {
  const figure = JSON.parse(readFileSync(join(folder(root), `${key}.json`), 'utf8')) as Stored;
  if (figure.kind !== kind) throw new Error(`Figure ${key} is a ${figure.kind}, not a ${kind}`);
  return figure as Extract<Stored, { kind: K }>;
}
