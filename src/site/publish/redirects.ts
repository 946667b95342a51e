import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linkTo } from '../site-url.ts';

/** An old address of a page, and where the page is: URL paths. */
export type Redirect = readonly [from: string, to: string];

/**
 * Adds old addresses to `dist/_redirects`, which some hosts read: they answer with a redirect, where pages
 * can only lead on. A site may have such a file of its own in `src/public`.
 */
export async function writeRedirects(dist: string, redirects: readonly Redirect[]): Promise<void> {
  if (redirects.length === 0) return;
  const file = join(dist, '_redirects');
  const own = existsSync(file) ? readFileSync(file, 'utf8').replace(/\n*$/, '\n') : '';
  const lines = redirects.map(([from, to]) => `${linkTo(from)} ${linkTo(to)} 301\n`);
  await writeFile(file, own + lines.join(''));
}
