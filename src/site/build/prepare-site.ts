import { join, relative, sep } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { fingerprint } from '../../core/text/hash.ts';
import { isSound, shortfalls } from '../../core/ledger/ledger.ts';
import { type Problem, ProblemError } from '../../core/problems/problem.ts';
import { readingMinutes } from '../article/reading-time.ts';
import { type Dates, datesBelow } from '../../runner/git/commit-dates.ts';
import type { Verification } from '../../runner/commands/verify.ts';
import { site } from '../../site.config.ts';
import { articleCard, SITE_CARD, SITE_CARD_ADDRESS } from '../social-cards/card-content.ts';
import { type ArticleMemo, isMemorable } from '../incremental/article-cache.ts';
import type { Card } from '../social-cards/draw-card.ts';
import type { CompiledArticle } from '../compile/compile-article.ts';
import {
  type ArticleFile,
  articleFiles,
  cardAddress,
  hrefOf,
  readArticleFile,
  strayArticles,
  trackOf,
  twinAddress,
} from '../article/article-files.ts';
import { CONTENT } from '../../core/project-paths.ts';
import { examine, type ExamineContext, type Examined } from '../compile/check-article.ts';
import { type ExamplePage, examplePages } from '../figures/example-pages.ts';
import { holdFigure } from '../figures/figure-registry.ts';
import { filed, type Plan, planTwins } from '../output/output-plan.ts';
import { Highlighter } from '../highlight/highlighter.ts';
import { siteIdentity } from '../incremental/inputs-digest.ts';
import { cardKey, isWhole, pageKeys } from '../incremental/page-keys.ts';
import { pictureFile } from '../validate/check-images.ts';
import { PLAIN } from '../highlight/plain-highlighter.ts';
import { projectFiles } from '../validate/project-files.ts';
import { collectProofs, type Proofs } from '../figures/example-proofs.ts';
import {
  type Remembered,
  type ResolvedArticle,
  resolvedMemo,
  resolvedOf,
} from '../incremental/resolved-articles.ts';
import { type Outlined, siteProblems } from '../validate/check-whole-site.ts';
import { type Begun, type SiteVerifyOptions, verifySite } from './build-handoff.ts';
import type { ListedArticles } from '../astro/vite-plugin.ts';

export interface DeskOptions extends SiteVerifyOptions {
  readonly advertisements: boolean;
}

/** What a page tells about its article that its author does not write. */
export interface ArticleFacts {
  readonly minutes: number;
  /** `2026-11-22`; absent where git does not know. */
  readonly changed?: string | undefined;
  /** Likewise. */
  readonly added?: string | undefined;
  /** Key of its twin in Markdown; absent in a dev server until its examples are proved. */
  readonly twin?: string | undefined;
}

/** An article, as far as a build has to know it before any page is made. */
interface Looked extends Outlined {
  readonly problems: readonly Problem[];
  /** Absent where its front matter is wrong. */
  readonly card?: Card | undefined;
  /** Whether it shows or imports what lies neither beside it nor in `src/`. */
  readonly isReaching: boolean;
}

/** Who is told while a build is prepared. */
export interface Listeners {
  /** When all examples are verified. */
  readonly onVerified: () => Promise<void>;
  /** Of each card, with its key, as soon as it is known. */
  readonly onCard: (address: string, card: Card, key: string) => void;
}

/** Where articles and proofs meet: verifies, resolves, and answers what the pages ask. One for each build. */
export class Desk {
  /** Of all code that makes the site. */
  readonly code: string;
  readonly #options: DeskOptions;
  readonly #highlighter: Highlighter;
  /** Sources of all articles, by file. */
  readonly #originals = new Map<string, string>();
  readonly #resolved = new Map<string, ResolvedArticle>();
  /** Of them those that were looked at in this build. */
  readonly #compiled = new Map<string, CompiledArticle>();
  /** Keys of all cards, by address. */
  readonly #cards = new Map<string, string>();
  #proofs: Proofs = new Map();
  /** The pages of all examples, made when all articles are known. */
  #pages: readonly ExamplePage[] | undefined;
  /** Likewise: the facts of all articles. */
  #facts: Record<string, ArticleFacts> | undefined;
  #dates: Dates = { changed: new Map(), added: new Map() };
  #identity: string | undefined;
  #reaching = true;
  #downloads: ReadonlySet<string> | undefined;

  private constructor(options: DeskOptions, highlighter: Highlighter) {
    this.code = siteIdentity(options.root, process.env);
    this.#options = options;
    this.#highlighter = highlighter;
  }

  static async open(options: DeskOptions): Promise<Desk> {
    return new Desk(options, await Highlighter.create(options.strict ? undefined : options.root));
  }

  /** Verifies every example, unless that was done before, and resolves every article. @throws ProblemError with everything that is wrong */
  async prepareAll({ onVerified, onCard }: Listeners, begun?: Begun): Promise<Verification> {
    const { root, strict } = this.#options;
    const verification = begun?.verification ?? (await verifySite(this.#options));
    const { ledger } = verification;
    this.#proofs = collectProofs(verification);
    this.#dates = begun?.dates ?? (await datesBelow(root, CONTENT));
    await onVerified();
    const sound = isSound(ledger, strict);
    // What is wrong with examples hides nothing that is wrong with articles.
    const context = sound ? this.#context() : { ...this.#context(), highlighter: PLAIN, store: () => '' };
    const memo = sound && !strict ? resolvedMemo(root, this.code, this.#proofs) : undefined;
    const articles: Looked[] = [];
    this.#tellCard(SITE_CARD_ADDRESS, SITE_CARD, onCard);
    for (const file of await articleFiles(root)) {
      const looked = this.#look(readArticleFile(root, file), context, memo);
      articles.push(looked);
      if (looked.card !== undefined) this.#tellCard(cardAddress(file), looked.card, onCard);
      // Another thread may have asked for more.
      await breathe();
    }
    const problems = [
      ...(sound ? [] : [...shortfalls(ledger, strict).flatMap(entry => entry.problems), ...ledger.problems]),
      ...articles.flatMap(each => each.problems),
      ...siteProblems(articles, { ...context, tracks: Object.keys(site.tracks) }),
      ...(await strayArticles(root)),
    ];
    if (problems.length > 0) throw new ProblemError(unique(problems));
    this.#reaching = articles.some(({ isReaching }) => isReaching);
    // Before anything is bundled: the stylesheet must know the classes of these too.
    this.#pages = this.examples();
    await this.#highlighter.save();
    await memo?.save();
    return verification;
  }

  /** Looks at articles that the last build knew, because what stands at an address of theirs has to be made. */
  revive(isMissing: (address: string) => boolean): void {
    for (const [file, original] of this.#originals) {
      if (!this.#compiled.has(file) && (isMissing(hrefOf(file)) || isMissing(twinAddress(file))))
        this.#remember(file, this.#compile(original, file));
    }
  }

  /** A build's article, resolved by `prepareAll`. @throws ProblemError */
  article(path: string, source: string): CompiledArticle {
    const file = this.#relative(path);
    const prepared = this.#compiled.get(file);
    return prepared?.original === source ? prepared : this.#remember(file, this.#compile(source, file));
  }

  /** What git says of the articles. When all is prepared. */
  get dates(): Dates {
    return this.#dates;
  }

  /** Facts of every article, by its path relative to the project. When all is prepared. */
  facts(): Record<string, ArticleFacts> {
    const { changed, added } = this.#dates;
    return (this.#facts ??= Object.fromEntries(
      [...this.#resolved].map(([file, { words, codeLines, twin }]) => [
        file,
        {
          minutes: readingMinutes(words, codeLines),
          changed: changed.get(file),
          added: added.get(file),
          twin: twin.key,
        },
      ]),
    ));
  }

  /** The page of every example. */
  examples(): readonly ExamplePage[] {
    if (this.#pages !== undefined) return this.#pages;
    const shownIn = new Map([...this.#resolved].map(([file, { ids }]) => [file, ids]));
    return examplePages(this.#proofs, shownIn, this.#highlighter, holdFigure);
  }

  /** The key of each page that may be taken from the last build, by its address. In a build, when all is prepared. */
  pageKeys(): ReadonlyMap<string, string> {
    const facts = this.facts();
    const articles = [...this.#resolved].map(([file, { digest }]) => ({
      file,
      original: this.#originals.get(file) ?? '',
      digest,
      facts: facts[file] ?? { minutes: 0 },
    }));
    return pageKeys({
      identity: this.identity,
      articles,
      examples: this.examples(),
      cards: this.#cards,
      downloads: new Map(
        [...this.#proofs.values()].flatMap(({ example }) =>
          example === undefined ? [] : [[example.file, example.source]],
        ),
      ),
    });
  }

  /** Of all that every page depends on. In a build, when all is prepared. */
  get identity(): string {
    return (this.#identity ??= fingerprint([this.code, this.tokenCss()]));
  }

  /** Addresses of all articles, in the order of their files. */
  addresses(): readonly string[] {
    return [...this.#resolved.keys()].map(hrefOf);
  }

  /** The articles that are nothing but their own file, ready for the MDX compiler. */
  wholeArticles(): ListedArticles['whole'] {
    return [...this.#compiled]
      .filter(([, { original }]) => isWhole(original))
      .map(([file, { source }]) => ({ file, id: join(this.#options.root, file), source }));
  }

  /** Addresses of all files to download. */
  get downloads(): ReadonlySet<string> {
    return (this.#downloads ??= new Set(
      [...this.#proofs.values()].flatMap(({ example }) =>
        example === undefined ? [] : [`/${example.file}`],
      ),
    ));
  }

  /** Whether a card stands at an address. */
  isCard(address: string): boolean {
    return this.#cards.has(address);
  }

  /** Whether an article imports something, or shows what lies elsewhere, so that all articles and `src/` are not all that the site is made of. */
  get isReaching(): boolean {
    return this.#reaching;
  }

  /** What is known of the site before its first page is rendered. In a build, when all is prepared. */
  plan(kept: Plan['kept']): Plan {
    return {
      identity: this.identity,
      proofs: filed(this.#proofs),
      twins: planTwins(new Map([...this.#resolved].map(([file, { twin }]) => [file, twin]))),
      searched: this.addresses(),
      kept,
    };
  }

  /** The articles whose page, by its address, a test takes. */
  filesWhere(isTaken: (address: string) => boolean): ReadonlySet<string> {
    return new Set([...this.#resolved.keys()].filter(file => isTaken(hrefOf(file))));
  }

  /** Rules for all classes that highlighted code uses. */
  tokenCss(): string {
    return this.#highlighter.css();
  }

  #tellCard(address: string, card: Card, onCard: Listeners['onCard']): void {
    const key = cardKey(this.code, card);
    this.#cards.set(address, key);
    onCard(address, card, key);
  }

  #context(): ExamineContext {
    const { root, advertisements } = this.#options;
    return {
      proofs: this.#proofs,
      highlighter: this.#highlighter,
      store: holdFigure,
      advertisements,
      files: projectFiles(root),
    };
  }

  /** An article as far as the build has to know it; what nothing was wrong with, and nothing of it has changed, is not looked at again. */
  #look(read: ArticleFile, context: ExamineContext, memo: ArticleMemo<Remembered> | undefined): Looked {
    const { file, source } = read;
    this.#originals.set(file, source);
    const known = memo?.find(read);
    if (known !== undefined && this.#highlighter.recall(known.used)) {
      this.#resolved.set(file, known.article);
      return { file, outline: known.outline, problems: [], card: known.card, isReaching: false };
    }
    const { value: examined, used } = this.#highlighter.record(() => examine(read, context));
    const { article, outline, problems, frontMatter, scan } = examined;
    const card = frontMatter && articleCard(frontMatter, site.tracks[trackOf(file)]);
    const isReaching =
      scan === undefined ||
      scan.modules.length > 0 ||
      scan.pictures.some(({ url }) => isElsewhere(pictureFile(url, file)));
    if (article !== undefined) {
      this.#compiled.set(file, article);
      const resolved = resolvedOf(article);
      this.#resolved.set(file, resolved);
      if (card !== undefined && isMemorable(examined))
        memo?.keep(read, { outline, card, article: resolved, used });
    }
    return { file, outline, problems, card, isReaching };
  }

  #compile(source: string, file: string): Examined {
    return examine({ file, source, problems: [] }, this.#context());
  }

  #remember(file: string, { article, problems }: Examined): CompiledArticle {
    if (article === undefined) throw new ProblemError(problems);
    this.#compiled.set(file, article);
    this.#resolved.set(file, resolvedOf(article));
    return article;
  }

  #relative(path: string): string {
    return relative(this.#options.root, path).split(sep).join('/');
  }
}

function isElsewhere(file: string | undefined): boolean {
  return file !== undefined && ![`${CONTENT}/`, 'src/'].some(folder => file.startsWith(folder));
}

/** An example that is wrong in itself is told once, however often it is referred to. */
function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()];
}
