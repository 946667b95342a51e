import type { Problem } from '../../core/problems/problem.ts';
import { site } from '../../site.config.ts';
import { articleFiles, readArticleFile, strayArticles } from '../article/article-files.ts';
import type { Outline } from '../article/outline.ts';
import { type CheckedArticle, checkArticle } from '../compile/check-article.ts';
import type { CheckedExamples } from '../figures/checked-example.ts';
import { PLAIN } from '../highlight/plain-highlighter.ts';
import { articleUrl } from '../routes.ts';
import { siteProblems } from '../validate/check-whole-site.ts';
import { projectFiles } from '../validate/project-files.ts';

/** What a check found in articles. */
interface ArticleFindings {
  readonly problems: readonly Problem[];
  /** Blocks that nobody ran, and that are marked so. */
  readonly notices: readonly Problem[];
}

/** The outline of an article that was not chosen, and that no link leads to. */
const UNKNOWN: Outline = { links: [], shown: [], unverified: [] };

/**
 * Finds everything that is wrong with articles and between them, without building a page. Problems of
 * examples are not reported here.
 * @param only paths of the articles to check; without it, all are, and also examples that no article shows
 */
export async function checkArticles(
  root: string,
  examples: CheckedExamples,
  only?: readonly string[],
): Promise<ArticleFindings> {
  const files = projectFiles(root);
  const context = {
    examples,
    highlighter: PLAIN,
    register: () => '',
    advertisements: false,
    editions: false,
    files,
  };
  const check = (file: string): CheckedArticle => checkArticle(readArticleFile(root, file), context);
  const all = await articleFiles(root);
  const asked = (only ?? all).map(check);
  // Of the other articles, only the targets of links count.
  const linked = new Set(asked.flatMap(linkTargets));
  const others = all
    .filter(file => only?.includes(file) === false)
    .map(file => (linked.has(articleUrl(file)) ? check(file) : { file, outline: UNKNOWN }));
  const tracks = Object.keys(site.tracks);
  const between = siteProblems([...asked, ...others], { examples, files, tracks });
  const around = only
    ? between.filter(({ file }) => only.includes(file))
    : [...between, ...(await strayArticles(root))];
  return {
    problems: [...asked.flatMap(({ problems }) => problems), ...around],
    notices: asked.flatMap(({ outline }) => outline.unverified),
  };
}

function linkTargets({ file, outline }: CheckedArticle): (string | undefined)[] {
  return outline.links.map(({ url }) => URL.parse(url, `https://site.invalid${articleUrl(file)}`)?.pathname);
}
