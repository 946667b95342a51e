import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../core/problems/problem.ts';
import { EXAMPLES } from '../../core/project-paths.ts';
import { articleUrl } from '../routes.ts';
import { type Scan, scan } from '../article/parse-mdx.ts';
import { linkProblems, linkTargets } from '../validate/check-links.ts';
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
  const known = new Map<string, ReadonlySet<string> | undefined>([[articleUrl(file), anchors]]);
  for (const other of articles) {
    const url = articleUrl(other);
    if (other !== file && links.some(link => link.url.startsWith(`${url}#`)))
      known.set(url, await anchorsOf(root, other));
  }
  const served = [...examples].map(([id, { entry }]) => ({ id, file: `${EXAMPLES}/${entry}` }));
  return linkProblems(links, file, linkTargets({ articles, examples: served }, known, files));
}

/** Undefined if they are not known without running something: figures have anchors too. */
async function anchorsOf(root: string, file: string): Promise<ReadonlySet<string> | undefined> {
  const { value } = scan(await readFile(join(root, file), 'utf8'), file);
  if (value === undefined || value.references.length > 0) return undefined;
  return new Set(value.headings.map(({ id }) => id));
}
