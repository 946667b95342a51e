import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { glob } from 'tinyglobby';
import type { Problem } from '../../core/problems/problem.ts';
import { digestOfText } from './page/searched-text.ts';
import { findingProblem } from './page-problem.ts';

/**
 * Compares the texts of the search index, which the search shows as excerpts, with those of the pages.
 * @param searched digest of the text of each page that the search finds, by the page's path in the site
 */
export async function auditSearch(dist: string, searched: ReadonlyMap<string, string>): Promise<Problem[]> {
  const fragments = (await glob('pagefind/fragment/*', { cwd: dist })).sort();
  const found = new Map<string, string>();
  const problems = fragments.flatMap((file): Problem[] => {
    const { url, content } = readFragment(join(dist, file));
    const page = `${url.slice(1)}index.html`;
    found.set(page, file);
    if (searched.get(page) === digestOfText(content)) return [];
    return [findingProblem(file, { title: `The search shows a text that ${url} does not have.`, text: '' })];
  });
  const missing = [...searched.keys()].filter(page => !found.has(page));
  return [
    ...problems,
    ...missing.map(page => findingProblem(page, { title: 'The search does not know this page.', text: '' })),
  ];
}

/** A file of Pagefind: compressed, with a word before its JSON. */
function readFragment(path: string): { readonly url: string; readonly content: string } {
  const text = gunzipSync(readFileSync(path)).toString('utf8');
  return JSON.parse(text.slice(text.indexOf('{'))) as { url: string; content: string };
}
