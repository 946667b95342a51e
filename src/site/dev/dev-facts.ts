import { CONTENT, EXAMPLES } from '../../core/project-paths.ts';
import type { ExamplePlace } from '../../runner/examples/locate-examples.ts';
import { askGit } from '../../runner/git/git.ts';
import { datesBelow } from '../../runner/git/commit-dates.ts';
import { site } from '../../site.config.ts';
import { type ArticleFacts, NO_LESSON, outdatedSince, readingMinutes } from '../article/article-facts.ts';
import { articleFiles, readArticleFile } from '../article/article-files.ts';
import { scan } from '../article/parse-mdx.ts';
import type { Graphviz } from '../diagrams/graphviz.ts';
import type { CheckedExample, CheckedExamples } from '../figures/parts/checked-example.ts';
import type { ExamplePage } from '../figures/example-pages.ts';
import { readGlossary } from '../glossary/read-glossary.ts';
import { PLAIN } from '../highlight/plain-highlighter.ts';
import type { BuildFacts } from '../prepare/build-facts.ts';
import { checkArticle } from '../prepare/compile-article.ts';
import { wordsOfArticle } from '../article-language.ts';
import { exampleUrl, HOME_URL } from '../routes.ts';
import { linkTo } from '../site-url.ts';
import { projectFiles } from '../validate/check-files.ts';
import { slotKey } from './plan-article.ts';

/** What an article is as a lesson, and what that was computed from. */
interface Measured extends Pick<ArticleFacts, 'minutes' | 'lesson'> {
  readonly source: string;
  /** The examples that it shows. */
  readonly shown: readonly (CheckedExample | undefined)[];
  readonly ids: readonly string[];
}

/** What pages show of articles that their authors do not write, as a build computes it. */
export class DevFacts {
  readonly #root: string;
  readonly #graphviz: Graphviz;
  readonly #measured = new Map<string, Measured>();
  #dates: { readonly commit: string; readonly known: ReturnType<typeof datesBelow> } | undefined;

  constructor(root: string, graphviz: Graphviz) {
    this.#root = root;
    this.#graphviz = graphviz;
  }

  /**
   * The facts of all articles, by path. Compiling each takes milliseconds, so only those are measured whose
   * length a page shows.
   */
  async of(
    isMeasured: (file: string) => boolean,
    examples: CheckedExamples,
  ): Promise<Readonly<Record<string, ArticleFacts>>> {
    const { changed, added } = await this.#commitDates();
    const facts = (await articleFiles(this.#root)).map((file): [string, ArticleFacts] => {
      const known = isMeasured(file) ? this.#measure(file, examples) : this.#measured.get(file);
      const { minutes, lesson } = known ?? { minutes: 1, lesson: NO_LESSON };
      return [
        file,
        {
          minutes,
          lesson,
          changed: changed.get(file),
          added: added.get(file),
          outdated: outdatedSince(file, changed),
        },
      ];
    });
    return Object.fromEntries(facts);
  }

  #measure(file: string, examples: CheckedExamples): Measured {
    const read = readArticleFile(this.#root, file);
    const known = this.#measured.get(file);
    const isSame = known?.ids.every((id, index) => examples.get(id) === known.shown[index]) === true;
    if (known?.source === read.source && isSame) return known;
    const { glossary } = readGlossary(this.#root);
    const plain = { highlighter: PLAIN, advertisements: false, editions: false };
    const context = { ...plain, examples, graphviz: this.#graphviz, glossary, wordsOf: wordsOfArticle };
    const { article, outline } = checkArticle(read, { ...context, files: projectFiles(this.#root) });
    const words = article?.words ?? scan(read.source, file).value?.words ?? 0;
    const minutes = readingMinutes(words, article?.codeLines ?? 0);
    const ids = outline.shown;
    const shown = ids.map(id => examples.get(id));
    const measured = { source: read.source, ids, shown, minutes, lesson: article?.lesson ?? NO_LESSON };
    this.#measured.set(file, measured);
    return measured;
  }

  /** Dates change with a commit. */
  async #commitDates(): ReturnType<typeof datesBelow> {
    const commit = (await askGit(this.#root, ['rev-parse', '--verify', '--quiet', 'HEAD'])) ?? '';
    if (this.#dates?.commit !== commit) this.#dates = { commit, known: datesBelow(this.#root, CONTENT) };
    return this.#dates.known;
  }
}

/** A page for each example. What it shows is looked up when it is opened. `examples` are given by id. */
export function devExamplePages(examples: ReadonlyMap<string, ExamplePlace>): readonly ExamplePage[] {
  return [...examples].map(([id, { entry }]) => ({
    id,
    href: linkTo(exampleUrl(id)),
    file: `${EXAMPLES}/${entry}`,
    entry: entry.replace(/^.*\//, ''),
    verdict: 'unrecorded',
    promises: [],
    packages: [],
    recordings: [],
    variants: [],
    changes: [],
    figure: slotKey(exampleUrl(id), 0),
    articles: [],
  }));
}

/** What pages show of the build: a dev server verifies nothing. */
export function devBuildFacts(): BuildFacts {
  const home = site.showcase && { figure: slotKey(HOME_URL, 0) };
  return { interpreters: [], recorded: [], home };
}
