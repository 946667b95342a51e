import { articleUrl } from '../routes.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../core/problems/problem.ts';

import { EXAMPLES } from '../../core/project-paths.ts';
import { linkProblems, linkTargets } from '../validate/check-links.ts';
import type { ProjectFiles } from '../validate/project-files.ts';
import { type Scan, scan } from '../article/parse-mdx.ts';

interface Known {
  readonly articles: readonly string[];
  /** Where each example is, below their folder, by id. */
  readonly examples: ReadonlyMap<string, { readonly entry: string }>;
  /** Those of the article's own figures. */
  readonly anchors: Iterable<string>;
  readonly files: ProjectFiles;
}

/** Links of one article that lead nowhere. Whatever a build knows of all pages, this finds out of those alone that the article links to. */
export async function draftLinks(
  root: string,
  file: string,
  { links, headings }: Scan,
  { articles, examples, anchors, files }: Known,
): Promise<Problem[]> {
  const known = new Map<string, ReadonlySet<string>>([
    [articleUrl(file), new Set([...headings.map(({ id }) => id), ...anchors])],
  ]);
  for (const other of articles) {
    const href = articleUrl(other);
    if (other === file || !links.some(({ url }) => url.startsWith(`${href}#`))) continue;
    const found = scan(await readFile(join(root, other), 'utf8'), other).value;
    // What its figures are called is known when they are resolved: then every anchor may exist.
    if (found !== undefined && found.references.length === 0)
      known.set(href, new Set(found.headings.map(({ id }) => id)));
  }
  const contents = {
    articles,
    examples: [...examples].map(([id, { entry }]) => ({ id, file: `${EXAMPLES}/${entry}` })),
  };
  return linkProblems(links, file, linkTargets(contents, known, files));
}
