import type { Problem } from '../core/problem.ts';
import { site } from '../site.config.ts';
import { articleFiles, hrefOf, readArticleFile, strayArticles } from './content.ts';
import { examine, type ExamineContext, type Examined } from './examine.ts';
import { PLAIN } from './plain-lines.ts';
import { projectFiles } from './project-files.ts';
import type { Proofs } from './proofs.ts';
import { siteProblems } from './site-problems.ts';

/** What is to be said of articles: mistakes, and what is none and worth knowing. */
export interface ArticleFindings {
  readonly problems: readonly Problem[];
  /** Blocks that nobody ran, and that say so. */
  readonly notices: readonly Problem[];
}

/**
 * Everything that is wrong with articles and between them, found without building a page. `only` are the paths of those that are asked
 * for; without it, all are, and the examples too that none shows. What is wrong with an example itself is not told here.
 */
export async function checkArticles(root: string, proofs: Proofs, only?: readonly string[]): Promise<ArticleFindings> {
  const context: ExamineContext = { proofs, highlighter: PLAIN, store: () => '', advertisements: false, judging: true, files: projectFiles(root) };
  const files = await articleFiles(root);
  const look = async (file: string): Promise<Examined> => examine(await readArticleFile(root, file), context);
  const asked = await Promise.all((only ?? files).map(look));
  // Of the others, only what links lead to counts.
  const linked = new Set(asked.flatMap(({ file, scan }) => (scan?.links ?? []).map(({ url }) => pathOf(url, hrefOf(file)))));
  const others = await Promise.all(files.filter((file) => only?.includes(file) === false).map((file) => (linked.has(hrefOf(file)) ? look(file) : { file, source: '', problems: [] })));
  const between = siteProblems([...asked, ...others], { proofs, files: context.files, tracks: Object.keys(site.tracks) });
  return {
    problems: [...asked.flatMap(({ problems }) => problems), ...(only === undefined ? [...between, ...(await strayArticles(root))] : between.filter(({ file }) => only.includes(file)))],
    notices: asked.flatMap(unverified),
  };
}

function unverified({ file, scan }: Examined): Problem[] {
  return (scan?.fences ?? []).filter(({ meta }) => meta.trim() === 'unverified').map(({ language, place: { line, column } }) => ({ file, line, column, title: `Nobody ran this ${language === '' ? '' : `"${language}" `}block, and it says so.` }));
}

function pathOf(url: string, href: string): string | undefined {
  return URL.parse(url, `https://site.invalid${href}`)?.pathname;
}
