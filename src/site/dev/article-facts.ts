import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExamplePlace } from '../../runner/examples/locate-examples.ts';
import { datesBelow } from '../../runner/git/commit-dates.ts';
import { CONTENT, EXAMPLES } from '../../core/project-paths.ts';
import { exampleUrl } from '../routes.ts';
import { articleFiles } from '../article/article-files.ts';
import { readingMinutes } from '../article/reading-time.ts';
import type { ArticleFacts } from '../prepare/prepared-site.ts';
import type { ExamplePage } from '../figures/example-pages.ts';
import { slotKey } from './plan-article.ts';

/**
 * Facts of all articles, by file. Their length is estimated from the raw source, because parsing all of
 * them takes seconds.
 */
export async function devArticleFacts(root: string): Promise<Readonly<Record<string, ArticleFacts>>> {
  const { changed, added } = await datesBelow(root, CONTENT);
  const facts = (await articleFiles(root)).map(async file => {
    const words = (await readFile(join(root, file), 'utf8')).match(/\w+/g)?.length ?? 0;
    const minutes = readingMinutes(words, 0);
    return [file, { minutes, changed: changed.get(file), added: added.get(file) }] as const;
  });
  return Object.fromEntries(await Promise.all(facts));
}

/** A page for each example. What it shows is looked up when it is opened. `examples` are given by id. */
export function devExamplePages(examples: ReadonlyMap<string, ExamplePlace>): readonly ExamplePage[] {
  return [...examples].map(([id, { entry }]) => ({
    id,
    href: exampleUrl(id),
    file: `${EXAMPLES}/${entry}`,
    entry: entry.replace(/^.*\//, ''),
    verdict: 'unrecorded',
    recordings: [],
    figure: slotKey(exampleUrl(id), 0),
    articles: [],
  }));
}
