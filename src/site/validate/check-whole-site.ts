import type { Problem } from '../../core/problems/problem.ts';
import { nearest } from '../../core/problems/suggest.ts';
import type { OutlinedArticle } from '../article/outline.ts';
import type { CheckedExamples } from '../figures/checked-example.ts';
import { articleUrl } from '../routes.ts';
import { linkProblems, linkTargets } from './check-links.ts';
import { urlProblems } from './check-urls.ts';
import type { ProjectFiles } from './project-files.ts';

export interface SiteContext {
  readonly examples: CheckedExamples;
  readonly files: ProjectFiles;
  /** Slugs of the tracks. */
  readonly tracks: readonly string[];
}

/** What all articles together show: wrong URLs, links that lead nowhere, examples that no article uses. */
export function siteProblems(
  articles: readonly OutlinedArticle[],
  { examples, files, tracks }: SiteContext,
): Problem[] {
  const contents = {
    articles: articles.map(({ file }) => file),
    examples: [...examples].map(([id, { entry }]) => ({ id, file: entry.file })),
  };
  const anchors = new Map(
    articles.map(({ file, outline }) => [articleUrl(file), outline.anchors && new Set(outline.anchors)]),
  );
  const targets = linkTargets(contents, anchors, files);
  return [
    ...urlProblems(articles, tracks),
    ...articles.flatMap(({ file, outline }) => linkProblems(outline.links, file, targets)),
    ...unusedExamples(articles, examples),
  ];
}

/** Examples that no article shows. A misspelled reference counts for the nearest id. */
function unusedExamples(articles: readonly OutlinedArticle[], examples: CheckedExamples): Problem[] {
  const ids = [...examples.keys()];
  const used = new Set(
    articles.flatMap(({ outline }) => outline.shown).map(id => (examples.has(id) ? id : nearest(id, ids))),
  );
  return [...examples.values()]
    .filter(({ entry }) => !used.has(entry.id))
    .map(({ entry }) => ({
      file: entry.file,
      title: 'No article uses this example.',
      remedy: `<Example file="${entry.file.replace(/^examples\//, '')}" />`,
    }));
}
