import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../core/problems/problem.ts';
import { EXAMPLES } from '../../core/project-paths.ts';
import { exampleHref, hrefOf } from '../article/article-files.ts';
import { type Scan, scan } from '../article/parse-mdx.ts';
import { brokenLinks } from '../validate/check-links.ts';
import { servedFiles } from '../validate/check-whole-site.ts';
import type { ProjectFiles } from '../validate/project-files.ts';

/** What links of an article may lead to. */
export interface LinkTargetsInput {
  /** Paths of all articles, relative to the project. */
  readonly articles: readonly string[];
  /** All examples by id; `entry` is relative to their folder. */
  readonly examples: ReadonlyMap<string, { readonly entry: string }>;
  /** Anchors of the article itself. */
  readonly anchors: ReadonlySet<string>;
  readonly files: ProjectFiles;
}

/**
 * Finds broken links of one article. A build knows every page; this reads only the articles to whose
 * anchors it links.
 */
export async function checkDevLinks(
  root: string,
  file: string,
  { links }: Pick<Scan, 'links'>,
  { articles, examples, anchors, files }: LinkTargetsInput,
): Promise<Problem[]> {
  const hrefs = ['/', '/verified/', ...[...examples.keys()].map(exampleHref), ...articles.map(hrefOf)];
  const pages = new Map<string, ReadonlySet<string> | undefined>(hrefs.map(href => [href, undefined]));
  pages.set(hrefOf(file), anchors);
  for (const other of articles) {
    const href = hrefOf(other);
    if (other !== file && links.some(({ url }) => url.startsWith(`${href}#`)))
      pages.set(href, await anchorsOf(root, other));
  }
  const served = [...examples.values()].map(({ entry }) => `/${EXAMPLES}/${entry}`);
  return brokenLinks(links, file, hrefOf(file), { pages, ...servedFiles(served, articles, files) });
}

/** Undefined if they are not known without running something: figures have anchors too. */
async function anchorsOf(root: string, file: string): Promise<ReadonlySet<string> | undefined> {
  const { value } = scan(await readFile(join(root, file), 'utf8'), file);
  if (value === undefined || value.references.length > 0) return undefined;
  return new Set(value.headings.map(({ id }) => id));
}
