import { nearest } from '../../core/problems/suggest.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { addressProblems } from './check-urls.ts';
import { exampleHref, hrefOf, twinAddress } from '../article/article-files.ts';
import { brokenLinks, type Targets } from './check-links.ts';
import type { Outline } from '../article/outline.ts';
import { PUBLIC } from './check-images.ts';
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
  const targets = targetsOf(articles, proofs, files);
  return [
    ...addressProblems(addressed, tracks),
    ...articles.flatMap(({ file, outline }) => brokenLinks(outline.links, file, hrefOf(file), targets)),
    ...unused(articles, proofs),
  ];
}

function targetsOf(articles: readonly Outlined[], proofs: Proofs, files: ProjectFiles): Targets {
  const examples = [...proofs.values()].map(({ entry }) => `/${entry.file}`);
  return {
    pages: new Map([
      ['/', undefined],
      ['/verified/', undefined],
      ...[...proofs.keys()].map(id => [exampleHref(id), undefined] as const),
      ...articles.map(
        ({ file, outline: { anchors } }) => [hrefOf(file), anchors && new Set(anchors)] as const,
      ),
    ]),
    ...servedFiles(
      examples,
      articles.map(({ file }) => file),
      files,
    ),
  };
}

/** What a link may lead to besides pages: `examples` are the addresses of their files. */
export function servedFiles(
  examples: readonly string[],
  articles: readonly string[],
  files: ProjectFiles,
): Pick<Targets, 'files' | 'serves'> {
  const known = new Set([...examples, ...articles.map(twinAddress)]);
  return {
    files: examples,
    serves: path =>
      known.has(path) ||
      path === '/sitemap-index.xml' ||
      [`${PUBLIC}${path}`, `src/pages${path}.ts`].some(files.has),
  };
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
