import { exampleUrl } from '../routes.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readingMinutes } from '../article/reading-time.ts';
import { datesBelow } from '../../runner/git/commit-dates.ts';

import { CONTENT, EXAMPLES } from '../../core/project-paths.ts';
import type { ArticleFacts } from '../build/prepare-site.ts';
import type { Drafts } from './dev-pages.ts';
import type { ExamplePage } from '../figures/example-pages.ts';

/** What a dev server's pages tell of all articles: their length is taken from their source as it is, since to parse all of them takes seconds. */
export async function draftFacts(
  root: string,
  files: readonly string[],
): Promise<Record<string, ArticleFacts>> {
  const { changed, added } = await datesBelow(root, CONTENT);
  const facts = files.map(async file => {
    const words = (await readFile(join(root, file), 'utf8')).match(/\w+/g)?.length ?? 0;
    return [
      file,
      { minutes: readingMinutes(words, 0), changed: changed.get(file), added: added.get(file) },
    ] as const;
  });
  return Object.fromEntries(await Promise.all(facts));
}

/** A page for each example: what stands on it is read when somebody asks for it. */
export async function draftExamples(drafts: Drafts): Promise<readonly ExamplePage[]> {
  return (await drafts.places()).map(([id, { entry }]) => ({
    id,
    href: exampleUrl(id),
    file: `${EXAMPLES}/${entry}`,
    entry: entry.replace(/^.*\//, ''),
    verdict: 'unrecorded',
    proved: [],
    figure: drafts.exampleFigure(id),
    articles: [],
  }));
}
