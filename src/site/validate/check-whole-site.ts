import { articleUrl } from '../routes.ts';
import { nearest } from '../../core/problems/suggest.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { addressProblems } from './check-urls.ts';

import { linkProblems, linkTargets } from './check-links.ts';
import type { Outline } from '../article/outline.ts';
import type { ProjectFiles } from './project-files.ts';
import type { Proofs } from '../figures/example-proofs.ts';

export interface SiteContext {
  readonly proofs: Proofs;
  readonly files: ProjectFiles;
  /** Slugs of the tracks. */
  readonly tracks: readonly string[];
}

/** An article among others. */
export interface Outlined {
  readonly file: string;
  readonly outline: Outline;
}

/** What is wrong between articles, and can be said when all of them are known: addresses, links, and examples that none shows. */
export function siteProblems(
  articles: readonly Outlined[],
  { proofs, files, tracks }: SiteContext,
): Problem[] {
  const addressed = articles.map(({ file, outline: { order } }) => ({
    file,
    order: order?.place,
    orderLine: order?.line,
  }));
  const contents = {
    articles: articles.map(({ file }) => file),
    examples: [...proofs].map(([id, { entry }]) => ({ id, file: entry.file })),
  };
  const anchors = new Map(
    articles.map(({ file, outline }) => [articleUrl(file), outline.anchors && new Set(outline.anchors)]),
  );
  const targets = linkTargets(contents, anchors, files);
  return [
    ...addressProblems(addressed, tracks),
    ...articles.flatMap(({ file, outline }) => linkProblems(outline.links, file, targets)),
    ...unused(articles, proofs),
  ];
}

/** Examples that no article shows: readers never see them, so nobody misses them when they rot. A misspelt reference is one all the same. */
function unused(articles: readonly Outlined[], proofs: Proofs): Problem[] {
  const known = [...proofs.keys()];
  const used = new Set(
    articles
      .flatMap(({ outline }) => outline.shown)
      .map(id => (proofs.has(id) ? id : (nearest(id, known) ?? id))),
  );
  return [...proofs.values()]
    .filter(({ entry }) => !used.has(entry.id))
    .map(({ entry }) => ({
      file: entry.file,
      title: 'No article uses this example.',
      remedy: `<Example file="${entry.file.replace(/^examples\//, '')}" />`,
    }));
}
