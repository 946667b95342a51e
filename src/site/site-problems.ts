import { posix } from 'node:path';
import { nearest } from '../core/nearest.ts';
import type { Problem } from '../core/problem.ts';
import { addressProblems } from './addresses.ts';
import { hrefOf } from './content.ts';
import type { Examined } from './examine.ts';
import { exampleHref } from './example-pages.ts';
import { brokenLinks, type Targets } from './links.ts';
import { PUBLIC } from './pictures.ts';
import type { ProjectFiles } from './project-files.ts';
import { idOf, type Proofs } from './proofs.ts';

export interface SiteContext {
  readonly proofs: Proofs;
  readonly files: ProjectFiles;
  /** Slugs of the tracks. */
  readonly tracks: readonly string[];
}

/** What is wrong between articles, and can be said when all of them are known: addresses, links, and examples that none shows. */
export function siteProblems(articles: readonly Examined[], { proofs, files, tracks }: SiteContext): Problem[] {
  const addressed = articles.map(({ file, source, frontMatter }) => ({ file, order: frontMatter?.order, orderLine: source.slice(0, source.search(/^order:/m)).split('\n').length }));
  const targets = targetsOf(articles, proofs, files);
  return [...addressProblems(addressed, tracks), ...articles.flatMap(({ file, scan }) => brokenLinks(scan?.links ?? [], file, hrefOf(file), targets)), ...unused(articles, proofs)];
}

function targetsOf(articles: readonly Examined[], proofs: Proofs, files: ProjectFiles): Targets {
  const examples = new Set([...proofs.values()].map(({ entry }) => `/${entry.file}`));
  const twins = new Set(articles.map(({ file }) => hrefOf(file).replace(/\/$/, '.md')));
  return {
    pages: new Map([['/', undefined], ['/verified/', undefined], ...[...proofs.keys()].map((id) => [exampleHref(id), undefined] as const), ...articles.map((each) => [hrefOf(each.file), anchorsOf(each)] as const)]),
    files: [...examples],
    serves: (path) => examples.has(path) || twins.has(path) || path === '/sitemap-index.xml' || [`${PUBLIC}${path}`, `src/pages${path}.ts`].some(files.has),
  };
}

/** The anchors of an article; of one that has mistakes, all that it may have when they are mended; undefined where it cannot be read. */
function anchorsOf({ article, scan }: Examined): ReadonlySet<string> | undefined {
  if (article !== undefined || scan === undefined) return article?.anchors;
  const examples = scan.references.flatMap(({ props: { file, region } }) => {
    const name = posix.basename(idOf(String(file)));
    const base = typeof region === 'string' ? `${name}-${region}` : name;
    return [base, `${base}-example`, ...scan.references.map((_, index) => `${base}-example-${index + 2}`)];
  });
  return new Set([...scan.headings.map(({ id }) => id), ...examples]);
}

/** Examples that no article shows: readers never see them, so nobody misses them when they rot. A misspelt reference is one all the same. */
function unused(articles: readonly Examined[], proofs: Proofs): Problem[] {
  const known = [...proofs.keys()];
  const used = new Set(articles.flatMap(shownIn).map((id) => (proofs.has(id) ? id : (nearest(id, known) ?? id))));
  return [...proofs.values()].filter(({ entry }) => !used.has(entry.id)).map(({ entry }) => ({ file: entry.file, title: 'No article uses this example.', remedy: `<Example file="${entry.file.replace(/^examples\//, '')}" />` }));
}

/** Ids of the examples that an article shows, or would if it could be read. */
function shownIn({ scan, source }: Examined): string[] {
  const files = scan?.references.map(({ props }) => String(props.file)) ?? [...source.matchAll(/\bfile=(["'])(?<file>.*?)\1/g)].map(({ groups }) => groups?.file ?? '');
  return files.map(idOf);
}
