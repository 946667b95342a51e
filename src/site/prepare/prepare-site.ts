import { idOf } from '../../core/example/example.ts';
import { isSound, shortfalls } from '../../core/ledger/ledger.ts';
import { type Problem, ProblemError, uniqueProblems } from '../../core/problems/problem.ts';
import { CONTENT, EXAMPLES } from '../../core/project-paths.ts';
import { settingsProblems } from '../../core/settings/settings-problems.ts';
import type { Showcase } from '../../core/settings/site-settings.ts';
import type { Verification } from '../../runner/commands/verify.ts';
import { filesNotKept } from '../../runner/git/not-kept.ts';
import { site } from '../../site.config.ts';
import { readingMinutes, withDates } from '../article/article-facts.ts';
import { articleFiles, readArticleFile, strayArticles } from '../article/article-files.ts';
import { artifactFiles } from '../figures/artifacts/artifact-files.ts';
import { answerFiles } from '../figures/browser/answer-files.ts';
import { browserFiles } from '../figures/browser/browser-files.ts';
import { graphvizFor } from '../diagrams/graphviz.ts';
import { examplePages } from '../figures/example-pages.ts';
import { checkedExamples } from '../figures/parts/checked-example.ts';
import type { MarkdownEdition } from '../figures/parts/figure.ts';
import { figureKey, type Registered } from '../figures/figure-registry.ts';
import { readGlossary } from '../glossary/read-glossary.ts';
import { Highlighter } from '../highlight/highlighter.ts';
import { allCards, articleCard, type CardSettings } from '../social-cards/card-content.ts';
import { cardProblems } from '../social-cards/card-problems.ts';
import { projectFiles, publicFileProblems } from '../validate/check-files.ts';
import { siteProblems } from '../validate/check-whole-site.ts';
import { trackOf } from '../routes.ts';
import { wordsOf } from '../../core/words/languages.ts';
import { settingsIn, siteLanguages } from '../../core/settings/site-languages.ts';
import { articleLanguage, wordsOfArticle } from '../article-language.ts';
import { buildFacts } from './build-facts.ts';
import { buildShowcase } from '../front/showcase.ts';
import { checkArticle } from './compile-article.ts';
import type { PreparedSite } from './prepared-site.ts';
import { redirectsOf, withoutDrafts } from './published.ts';

interface PrepareOptions {
  readonly root: string;
  /** Whether an example that no interpreter could run is an error. */
  readonly strict: boolean;
  /** Whether advertisement slots are on. */
  readonly advertisements: boolean;
  /** Where the site is published. */
  readonly site: string;
  /** The tracks, by slug. */
  readonly tracks: Readonly<Record<string, { readonly title: string }>>;
  /** The example on the home page; absent if it has none. */
  readonly showcase?: Showcase | undefined;
  /** What social cards depend on. */
  readonly cards: CardSettings;
}

/** Compiles every article. @throws ProblemError with everything that is wrong with examples and articles */
export async function prepareSite(
  verification: Verification,
  options: PrepareOptions,
): Promise<PreparedSite> {
  const { root, advertisements } = options;
  const examples = checkedExamples(verification);
  const highlighter = await Highlighter.create();
  const files = projectFiles(root);
  const { glossary, source: glossaryText, links, problems: inGlossary } = readGlossary(root);
  const read = (await articleFiles(root)).map(file => readArticleFile(root, file));
  const graphviz = await graphvizFor(read.map(({ source }) => source));
  const look = { examples, highlighter, glossary, words: wordsOf(site.language) };
  const context = { ...look, graphviz, advertisements, editions: true, files, wordsOf: wordsOfArticle };
  const checked = read.map(article => checkArticle(article, context));
  const home = options.showcase && buildShowcase(options.showcase, look);
  const problems = [
    ...exampleProblems(verification, options),
    ...checked.flatMap(article => article.problems),
    ...settingsProblems(site),
    ...(home?.problems ?? []),
    ...inGlossary,
    ...siteProblems(checked, {
      examples,
      files,
      tracks: Object.keys(options.tracks),
      languages: siteLanguages(site),
      site: options.site,
      glossary,
      links,
      authors: Object.keys(site.authors),
    }),
    ...publicFileProblems(root),
    ...cardProblems(checked, { ...options.cards, tracks: options.tracks }),
    ...(await strayArticles(root)),
    ...(await filesNotKept(root, [CONTENT, EXAMPLES])),
  ];
  if (problems.length > 0) throw new ProblemError(uniqueProblems(problems));
  const published = withoutDrafts(checked, examples, options.showcase && idOf(options.showcase.file));
  const articles = new Map(
    published.articles.flatMap(({ file, article }) => (article ? [[file, article]] : [])),
  );
  const shownIn = new Map([...articles].map(([file, { ids }]) => [file, ids]));
  // Before the style sheet: it must know the classes of these pages too.
  const { pages, figures: pageFigures } = examplePages({ ...look, examples: published.examples }, shownIn);
  const figures = [...articles.values()].flatMap(article => [...article.figures]);
  const exercises = figures.flatMap(([, figure]) => (figure.kind === 'exercise' ? figure : []));
  const homeFigures = home?.value?.figures ?? [];
  const editions = new Map<string, MarkdownEdition>();
  const facts = [...articles].map(([file, { words, codeLines, lesson, markdown }]) => {
    const edition = { kind: 'markdown', markdown } as const;
    const markdownKey = figureKey(edition);
    editions.set(markdownKey, edition);
    return [file, { minutes: readingMinutes(words, codeLines), lesson, markdownKey }] as const;
  });
  const articleCards = published.articles.flatMap(({ file, frontMatter }) =>
    frontMatter
      ? [articleCard(file, frontMatter, settingsIn(articleLanguage(file), site).tracks[trackOf(file)])]
      : [],
  );
  return {
    root,
    articles,
    redirects: published.articles.flatMap(redirectsOf),
    drafts: new Map(published.drafts.map(({ file, source }) => [file, source])),
    ...(await withDates(root, facts)),
    examples: pages,
    glossary: glossary.terms,
    glossaryText,
    build: { ...(await buildFacts(root, verification)), home: home?.value?.keys },
    figures: new Map<string, Registered>([...figures, ...pageFigures, ...editions, ...homeFigures]),
    artifacts: await artifactFiles(published.examples),
    browserFiles: await browserFiles(published.examples, exercises),
    answers: answerFiles(figures, published.examples),
    cards: allCards(articleCards, options.cards),
    tokenCss: highlighter.css(),
  };
}

function exampleProblems({ ledger }: Verification, { strict }: PrepareOptions): readonly Problem[] {
  if (isSound(ledger, strict)) return [];
  return [...shortfalls(ledger, strict).flatMap(entry => entry.problems), ...ledger.problems];
}
