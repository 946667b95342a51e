import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { fingerprint } from '../core/fingerprint.ts';
import { isSound, shortfalls } from '../core/ledger.ts';
import { type Problem, ProblemError } from '../core/problem.ts';
import { readingMinutes } from '../core/reading-time.ts';
import { firstChanges, lastChanges } from '../runner/git-dates.ts';
import type { Verification } from '../runner/verify.ts';
import { site } from '../site.config.ts';
import { articleCard, SITE_CARD, SITE_CARD_ADDRESS } from './article-card.ts';
import type { Card } from './card.ts';
import type { CompiledArticle } from './compile.ts';
import { articleFiles, cardAddress, CONTENT, hrefOf, readArticleFile, strayArticles, trackOf } from './content.ts';
import { examine, type ExamineContext, type Examined } from './examine.ts';
import { type ExamplePage, examplePages } from './example-pages.ts';
import { holdFigure } from './figure-store.ts';
import { filed, type Plan, planTwins } from './finish/plan.ts';
import { Highlighter } from './highlight.ts';
import { siteIdentity } from './identity.ts';
import { cardKey, isWhole, pageKeys } from './page-keys.ts';
import { PLAIN } from './plain-lines.ts';
import { projectFiles } from './project-files.ts';
import { collectProofs, type Proofs } from './proofs.ts';
import { siteProblems } from './site-problems.ts';
import { type Begun, type SiteVerifyOptions, verifySite } from './verified.ts';
import type { ListedArticles } from './vite-plugin.ts';

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
  readonly #compiled = new Map<string, CompiledArticle>();
  /** Keys of all cards, by address. */
  readonly #cards = new Map<string, string>();
  #proofs: Proofs = new Map();
  /** In a build: the pages of all examples, made when all articles are known. */
  #pages: readonly ExamplePage[] | undefined;
  /** Likewise: the facts of all articles. */
  #facts: Record<string, ArticleFacts> | undefined;
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

  get proofs(): Proofs {
    return this.#proofs;
  }

  /** The text of every article in plain Markdown, by its file. */
  get twins(): ReadonlyMap<string, string> {
    return new Map([...this.#compiled].map(([file, { twin }]) => [file, twin]));
  }

  /** Verifies every example, unless that was done before, and resolves every article. @throws ProblemError with everything that is wrong */
  async prepareAll({ onVerified, onCard }: Listeners, begun?: Begun): Promise<Verification> {
    const { root, strict } = this.#options;
    const verification = begun?.verification ?? (await verifySite(this.#options));
    const { ledger } = verification;
    this.#proofs = collectProofs(verification);
    await onVerified();
    const sound = isSound(ledger, strict);
    // What is wrong with examples hides nothing that is wrong with articles.
    const context = sound ? this.#context() : { ...this.#context(), highlighter: PLAIN, store: () => '' };
    const articles: Examined[] = [];
    this.#tellCard(SITE_CARD_ADDRESS, SITE_CARD, onCard);
    for (const file of await articleFiles(root)) {
      const examined = examine(readArticleFile(root, file), context);
      articles.push(examined);
      if (examined.article !== undefined) this.#compiled.set(file, examined.article);
      if (examined.frontMatter !== undefined) this.#tellCard(cardAddress(file), articleCard(examined.frontMatter, site.tracks[trackOf(file)]), onCard);
      // Another thread may have asked for more.
      await breathe();
    }
    const problems = [
      ...(sound ? [] : [...shortfalls(ledger, strict).flatMap((entry) => entry.problems), ...ledger.problems]),
      ...articles.flatMap((each) => each.problems),
      ...siteProblems(articles, { ...context, tracks: Object.keys(site.tracks) }),
      ...(await strayArticles(root)),
    ];
    if (problems.length > 0) throw new ProblemError(unique(problems));
    this.#reaching = articles.some(({ scan }) => scan === undefined || scan.modules.length > 0);
    // Before anything is bundled: the stylesheet must know the classes of these too.
    this.#pages = this.examples();
    await this.#highlighter.save();
    return verification;
  }

  /** A build's article, resolved by `prepareAll`. @throws ProblemError */
  article(path: string, source: string): CompiledArticle {
    const file = this.#relative(path);
    const prepared = this.#compiled.get(file);
    return prepared?.original === source ? prepared : this.#remember(file, this.#compile(source, file));
  }

  /** Facts of every article, by its path relative to the project. */
  async facts(): Promise<Record<string, ArticleFacts>> {
    if (this.#facts !== undefined) return this.#facts;
    const { root } = this.#options;
    const [changed, added] = [await lastChanges(root, CONTENT), await firstChanges(root, CONTENT)];
    const facts = await Promise.all((await articleFiles(root)).map(async (file) => {
      const compiled = this.#compiled.get(file) ?? this.#compile(await readFile(join(root, file), 'utf8'), file).article;
      return [file, { minutes: readingMinutes(compiled?.words ?? 0, compiled?.codeLines ?? 0), changed: changed.get(file), added: added.get(file), twin: compiled === undefined ? undefined : holdFigure({ kind: 'twin', markdown: compiled.twin }) }] as const;
    }));
    return Object.fromEntries(facts);
  }

  /** The page of every example. */
  examples(): readonly ExamplePage[] {
    if (this.#pages !== undefined) return this.#pages;
    const shownIn = new Map([...this.#compiled].map(([file, { ids }]) => [file, ids]));
    return examplePages(this.#proofs, shownIn, this.#highlighter, holdFigure);
  }

  /** The key of each page that may be taken from the last build, by its address. In a build, when all is prepared. */
  async pageKeys(): Promise<ReadonlyMap<string, string>> {
    const facts = (this.#facts = await this.facts());
    const articles = [...this.#compiled].map(([file, { original, source }]) => ({ file, original, source, facts: facts[file] ?? { minutes: 0 } }));
    return pageKeys({ identity: this.identity, articles, examples: this.examples(), cards: this.#cards, downloads: new Map([...this.#proofs.values()].flatMap(({ example }) => (example === undefined ? [] : [[example.file, example.source]]))) });
  }

  /** Of all that every page depends on. In a build, when all is prepared. */
  get identity(): string {
    return (this.#identity ??= fingerprint([this.code, this.tokenCss()]));
  }

  /** Addresses of all articles, in the order of their files. */
  addresses(): readonly string[] {
    return [...this.#compiled.keys()].map(hrefOf);
  }

  /** The articles that are nothing but their own file, ready for the MDX compiler. */
  wholeArticles(): ListedArticles['whole'] {
    return [...this.#compiled].filter(([, { original }]) => isWhole(original)).map(([file, { source }]) => ({ file, id: join(this.#options.root, file), source }));
  }

  /** Addresses of all files to download. */
  get downloads(): ReadonlySet<string> {
    return (this.#downloads ??= new Set([...this.#proofs.values()].flatMap(({ example }) => (example === undefined ? [] : [`/${example.file}`]))));
  }

  /** Whether a card stands at an address. */
  isCard(address: string): boolean {
    return this.#cards.has(address);
  }

  /** Whether an article imports what lies elsewhere, so that its text and what lies beside it are not all that it is made of. */
  get isReaching(): boolean {
    return this.#reaching;
  }

  /** What is known of the site before its first page is rendered. In a build, when all is prepared. */
  plan(kept: Plan['kept']): Plan {
    return { identity: this.identity, proofs: filed(this.#proofs), twins: planTwins(this.twins), searched: this.addresses(), kept };
  }

  /** The articles whose page, by its address, a test takes. */
  filesWhere(isTaken: (address: string) => boolean): ReadonlySet<string> {
    return new Set([...this.#compiled.keys()].filter((file) => isTaken(hrefOf(file))));
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
    return { proofs: this.#proofs, highlighter: this.#highlighter, store: holdFigure, advertisements, files: projectFiles(root) };
  }

  #compile(source: string, file: string): Examined {
    return examine({ file, source, problems: [] }, this.#context());
  }

  #remember(file: string, { article, problems }: Examined): CompiledArticle {
    if (article === undefined) throw new ProblemError(problems);
    this.#compiled.set(file, article);
    return article;
  }

  #relative(path: string): string {
    return relative(this.#options.root, path).split(sep).join('/');
  }
}

/** An example that is wrong in itself is told once, however often it is referred to. */
function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
