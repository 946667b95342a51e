import type { Ledger, StatedBound } from '../../core/ledger/ledger.ts';
import { sortProblems } from '../../core/problems/problem.ts';
import { CONTENT, EXAMPLES } from '../../core/project-paths.ts';
import { siteLanguages } from '../../core/settings/site-languages.ts';
import { settingsProblems } from '../../core/settings/settings-problems.ts';
import { discover } from '../../runner/examples/discover-examples.ts';
import { hasFolder } from '../../runner/files/files-below.ts';
import { recordingReader } from '../../runner/examples/recording-files.ts';
import { filesNotKept } from '../../runner/git/not-kept.ts';
import { site } from '../../site.config.ts';
import { articleFiles, readArticleFile, strayArticles } from '../article/article-files.ts';
import { scan } from '../article/parse-mdx.ts';
import { articleBounds } from '../claims/article-bounds.ts';
import { type Outline, outlineOf } from '../article/outline.ts';
import { readFrontMatter } from '../article/parse-front-matter.ts';
import { graphvizFor } from '../diagrams/graphviz.ts';
import { type CheckedArticle, checkArticle } from '../prepare/compile-article.ts';
import {
  checkedExample,
  type CheckedExamples,
  checkedWithVariants,
} from '../figures/parts/checked-example.ts';
import { PLAIN } from '../highlight/plain-highlighter.ts';
import { wordsOfArticle } from '../article-language.ts';
import { readGlossary } from '../glossary/read-glossary.ts';
import { articleUrl, HOME_URL } from '../routes.ts';
import { absoluteUrl } from '../site-url.ts';
import { cardProblems } from '../social-cards/card-problems.ts';
import { renameNotices } from './rename-notices.ts';
import { projectFiles, publicFileProblems } from '../validate/check-files.ts';
import { draftNotices } from '../validate/front-matter/unpublished.ts';
import { siteProblems } from '../validate/check-whole-site.ts';

/**
 * Adds what is wrong with articles to a ledger. Without chosen articles, all are checked, unless examples or
 * another folder were chosen. Of several shards, only the first checks them.
 * @param examples folder of the examples, relative to the project
 * @param only paths of the chosen articles; absent if none was chosen
 */
export async function withArticles(
  root: string,
  ledger: Ledger,
  examples: string,
  only: readonly string[] | undefined,
): Promise<Ledger> {
  const { selectors, shard } = ledger.part ?? {};
  if (only === undefined && (selectors !== undefined || (shard?.index ?? 1) !== 1)) return ledger;
  if (examples !== EXAMPLES || !hasFolder(root, CONTENT)) return ledger;
  const recorded = await recordedExamples(root);
  const { problems, notices } = await checkArticles(root, recorded, only);
  const bounds = only?.map(file => ({ file, bounds: boundsOf(root, file, recorded) }));
  const renamed = await renameNotices(root, file => only?.includes(file) !== false);
  const notKept = only === undefined ? await filesNotKept(root, [CONTENT, EXAMPLES]) : [];
  return {
    ...ledger,
    problems: sortProblems([...ledger.problems, ...problems, ...notKept]),
    notices: [...notices, ...renamed],
    bounds,
  };
}

function boundsOf(root: string, file: string, examples: CheckedExamples): readonly StatedBound[] {
  const { source } = readArticleFile(root, file);
  const { value } = scan(source, file);
  return value === undefined ? [] : articleBounds(value.tree, source, examples);
}

/** All examples with their recordings, as if nothing had run: enough to check articles. */
export async function recordedExamples(root: string): Promise<CheckedExamples> {
  const { examples, broken } = await discover(root, EXAMPLES);
  const read = recordingReader(root);
  return new Map([
    ...examples
      .filter(({ variant, watched }) => variant === undefined && watched === undefined)
      .map(example => [example.id, checkedWithVariants(example, read)] as const),
    ...broken.map(example => [example.id, checkedExample(example)] as const),
  ]);
}

/** The outline of an article that was not chosen, and that no link leads to: its front matter counts. */
function headAlone(root: string, file: string): Outline {
  const read = readArticleFile(root, file);
  const { order, head } = outlineOf(read, readFrontMatter(read.source, file).value);
  return { order, head, links: [], shown: [], unverified: [] };
}

/**
 * Finds everything that is wrong with articles and between them, without building a page. Problems of
 * examples are not reported here.
 * @param only paths of the articles to check; without it, all are, and also examples that no article shows
 */
export async function checkArticles(
  root: string,
  examples: CheckedExamples,
  only?: readonly string[],
): Promise<Required<Pick<Ledger, 'problems' | 'notices'>>> {
  const files = projectFiles(root);
  const { glossary, links, problems: inGlossary } = readGlossary(root);
  const all = await articleFiles(root);
  const graphviz = await graphvizFor(all.map(file => readArticleFile(root, file).source));
  const plain = { highlighter: PLAIN, advertisements: false, editions: false };
  const context = { ...plain, examples, graphviz, files, glossary, wordsOf: wordsOfArticle };
  const check = (file: string): CheckedArticle => checkArticle(readArticleFile(root, file), context);
  const asked = (only ?? all).map(check);
  // Of the other articles, only the targets of links count.
  const linked = new Set(asked.flatMap(linkTargets));
  const others = all
    .filter(file => only?.includes(file) === false)
    .map(file => (linked.has(articleUrl(file)) ? check(file) : { file, outline: headAlone(root, file) }));
  const tracks = Object.keys(site.tracks);
  // Of two that have the same number, the later one is reported: it is the one that was asked for.
  const between = siteProblems([...others, ...asked], {
    examples,
    files,
    tracks,
    languages: siteLanguages(site),
    site: absoluteUrl(HOME_URL),
    ...{ glossary, links: only === undefined ? links : [] },
    authors: Object.keys(site.authors),
  });
  const around = only
    ? between.filter(({ file }) => only.includes(file))
    : [...between, ...inGlossary, ...publicFileProblems(root), ...(await strayArticles(root))];
  const cards = cardProblems(asked, site);
  return {
    problems: [...asked.flatMap(({ problems }) => problems), ...cards, ...settingsProblems(site), ...around],
    notices: asked.flatMap(article => [...draftNotices(article), ...article.outline.unverified]),
  };
}

function linkTargets({ file, outline }: CheckedArticle): (string | undefined)[] {
  return outline.links.map(({ url }) => URL.parse(url, `https://site.invalid${articleUrl(file)}`)?.pathname);
}
