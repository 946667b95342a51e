import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../core/problems/problem.ts';
import { EXAMPLES } from '../../core/project-paths.ts';
import type { ExamplePlace } from '../../runner/examples/locate-examples.ts';
import { type ArticleFacts, readingMinutes, withDates } from '../article/article-facts.ts';
import { articleFiles } from '../article/article-files.ts';
import { type Scan, scan } from '../article/parse-mdx.ts';
import type { ExamplePage } from '../figures/example-pages.ts';
import { articleUrl, exampleUrl, HOME_URL } from '../routes.ts';
import { absoluteUrl, linkTo } from '../site-url.ts';
import { projectFiles } from '../validate/check-files.ts';
import { linkProblems, linkTargets } from '../validate/check-links.ts';
import { slotKey } from './plan-article.ts';

/**
 * Facts of all articles, by file. Their length is estimated from the raw source, because parsing all of
 * them takes seconds.
 */
export async function devArticleFacts(root: string): Promise<Readonly<Record<string, ArticleFacts>>> {
  const facts = (await articleFiles(root)).map(async file => {
    const words = (await readFile(join(root, file), 'utf8')).match(/\w+/g)?.length ?? 0;
    return [file, { minutes: readingMinutes(words, 0) }] as const;
  });
  return (await withDates(root, await Promise.all(facts))).facts;
}

/** A page for each example. What it shows is looked up when it is opened. `examples` are given by id. */
export function devExamplePages(examples: ReadonlyMap<string, ExamplePlace>): readonly ExamplePage[] {
  return [...examples].map(([id, { entry }]) => ({
    id,
    href: linkTo(exampleUrl(id)),
    file: `${EXAMPLES}/${entry}`,
    entry: entry.replace(/^.*\//, ''),
    verdict: 'unrecorded',
    recordings: [],
    variants: [],
    figure: slotKey(exampleUrl(id), 0),
    articles: [],
  }));
}

/**
 * Finds broken links of one article. A build knows every page; this reads only the articles to whose
 * anchors it links. `anchors` are those of the article itself.
 */
export async function checkDevLinks(
  root: string,
  file: string,
  { links }: Pick<Scan, 'links'>,
  anchors: ReadonlySet<string>,
  examples: ReadonlyMap<string, ExamplePlace>,
): Promise<Problem[]> {
  const articles = await articleFiles(root);
  const known = new Map<string, ReadonlySet<string> | undefined>([[articleUrl(file), anchors]]);
  for (const other of articles) {
    const url = articleUrl(other);
    if (other !== file && links.some(link => link.url.startsWith(`${url}#`)))
      known.set(url, await anchorsOf(root, other));
  }
  const served = [...examples].map(([id, { entry }]) => ({ id, file: `${EXAMPLES}/${entry}` }));
  const contents = { articles, examples: served };
  return linkProblems(links, file, linkTargets(contents, known, projectFiles(root), absoluteUrl(HOME_URL)));
}

/** Undefined if they are not known without running something: figures have anchors too. */
async function anchorsOf(root: string, file: string): Promise<ReadonlySet<string> | undefined> {
  const { value } = scan(await readFile(join(root, file), 'utf8'), file);
  if (value === undefined || value.references.length > 0) return undefined;
  return new Set(value.headings.map(({ id }) => id));
}
