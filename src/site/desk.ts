import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import type { Example } from '../core/example.ts';
import { isSound, shortfalls } from '../core/ledger.ts';
import { type Problem, ProblemError } from '../core/problem.ts';
import type { Recording } from '../core/recording.ts';
import { readingMinutes } from '../core/reading-time.ts';
import { type BrokenExample, discover } from '../runner/discover.ts';
import { firstChanges, lastChanges } from '../runner/git-dates.ts';
import { readRecordings } from '../runner/recordings.ts';
import { saveLedger } from '../runner/ledger-file.ts';
import { readRuns } from '../runner/shard-file.ts';
import { verify, type Verification } from '../runner/verify.ts';
import { site } from '../site.config.ts';
import type { CompiledArticle } from './compile.ts';
import { articleFiles, CONTENT, EXAMPLES, readArticleFile, strayArticles } from './content.ts';
import { examine, type ExamineContext, type Examined } from './examine.ts';
import { type ExamplePage, examplePages } from './example-pages.ts';
import { storeFigure } from './figure-store.ts';
import { Highlighter } from './highlight.ts';
import { PLAIN } from './plain-lines.ts';
import { projectFiles } from './project-files.ts';
import { collectProofs, idOf, type Proofs, unrun } from './proofs.ts';
import { scan } from './references.ts';
import { siteProblems } from './site-problems.ts';

export interface DeskOptions {
  readonly root: string;
  readonly advertisements: boolean;
  /** Whether `skipped` counts as falling short. */
  readonly strict: boolean;
  /** File of verified runs that are judged in place of new ones, relative to `root`; absent: none. */
  readonly runs?: string | undefined;
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

/** Where articles and proofs meet: verifies, resolves, and answers what the pages ask. One for each build or dev server. */
export class Desk {
  readonly #options: DeskOptions;
  readonly #highlighter: Highlighter;
  readonly #compiled = new Map<string, CompiledArticle>();
  /** What each example was when the dev server last ran it. */
  readonly #fingerprints = new Map<string, string>();
  #proofs: Proofs = new Map();

  private constructor(options: DeskOptions, highlighter: Highlighter) {
    this.#options = options;
    this.#highlighter = highlighter;
  }

  static async open(options: DeskOptions): Promise<Desk> {
    return new Desk(options, await Highlighter.create());
  }

  get proofs(): Proofs {
    return this.#proofs;
  }

  /** The text of every article in plain Markdown, by its file. */
  get twins(): ReadonlyMap<string, string> {
    return new Map([...this.#compiled].map(([file, { twin }]) => [file, twin]));
  }

  /** Verifies every example and resolves every article. @throws ProblemError with everything that is wrong */
  async prepareAll(): Promise<Verification> {
    const { root, strict, runs } = this.#options;
    const verification = await verify({ root, examples: EXAMPLES, seal: strict ? 'required' : 'auto', reuse: !strict, given: runs === undefined ? [] : readRuns(root, runs) });
    await saveLedger(root, verification.ledger);
    const { ledger } = verification;
    this.#proofs = collectProofs(verification);
    const sound = isSound(ledger, strict);
    // What is wrong with examples hides nothing that is wrong with articles.
    const context = sound ? this.#context() : { ...this.#context(), highlighter: PLAIN, store: () => '' };
    const articles = (await articleFiles(root)).map((file) => examine(readArticleFile(root, file), context));
    for (const { file, article } of articles) if (article !== undefined) this.#compiled.set(file, article);
    const problems = [
      ...(sound ? [] : [...shortfalls(ledger, strict).flatMap((entry) => entry.problems), ...ledger.problems]),
      ...articles.flatMap((each) => each.problems),
      ...siteProblems(articles, { ...context, tracks: Object.keys(site.tracks) }),
      ...(await strayArticles(root)),
    ];
    if (problems.length > 0) throw new ProblemError(unique(problems));
    // Before anything is bundled: the stylesheet must know the classes of these too.
    this.examples();
    return verification;
  }

  /** A build's article, resolved by `prepareAll`. @throws ProblemError */
  article(path: string, source: string): CompiledArticle {
    const file = this.#relative(path);
    const prepared = this.#compiled.get(file);
    return prepared?.original === source ? prepared : this.#remember(file, this.#compile(source, file));
  }

  /** A dev server's article: verifies just what it shows, and of that what has changed since. Returns also the files to watch. @throws ProblemError */
  async draft(path: string, source: string): Promise<{ article: CompiledArticle; watch: readonly string[] }> {
    const { root } = this.#options;
    const file = this.#relative(path);
    const asked = scan(source, file).value?.references.map(({ props }) => idOf(String(props.file))) ?? [];
    const found = await discover(root, EXAMPLES);
    const known = [...found.examples, ...found.broken].filter(({ id }) => asked.includes(id));
    const stale = (await Promise.all(known.map(async (each) => ({ each, mark: await fingerprint(root, each) })))).filter(({ each, mark }) => this.#fingerprints.get(each.id) !== mark);
    const proofs = stale.length === 0 ? new Map() : collectProofs(await verify({ root, examples: EXAMPLES, words: stale.map(({ each }) => each.file) }));
    for (const { each, mark } of stale) this.#fingerprints.set(each.id, mark);
    this.#proofs = new Map([...found.examples.map((example) => [example.id, unrun(example)] as const), ...this.#proofs, ...proofs]);
    const watch = (await Promise.all(known.map((each) => filesOf(root, each)))).flat().map((path) => join(root, path));
    return { article: this.#remember(file, this.#compile(source, file)), watch };
  }

  /** Facts of every article, by its path relative to the project. */
  async facts(): Promise<Record<string, ArticleFacts>> {
    const { root } = this.#options;
    const [changed, added] = [await lastChanges(root, CONTENT), await firstChanges(root, CONTENT)];
    const facts = await Promise.all((await articleFiles(root)).map(async (file) => {
      const compiled = this.#compiled.get(file) ?? this.#compile(await readFile(join(root, file), 'utf8'), file).article;
      return [file, { minutes: readingMinutes(compiled?.words ?? 0, compiled?.codeLines ?? 0), changed: changed.get(file), added: added.get(file), twin: compiled === undefined ? undefined : storeFigure(root, { kind: 'twin', markdown: compiled.twin }) }] as const;
    }));
    return Object.fromEntries(facts);
  }

  /** The page of every example. */
  examples(): readonly ExamplePage[] {
    const shownIn = new Map([...this.#compiled].map(([file, { ids }]) => [file, ids]));
    return examplePages(this.#proofs, shownIn, this.#highlighter, (figure) => storeFigure(this.#options.root, figure));
  }

  /** Rules for all classes that highlighted code uses. */
  tokenCss(): string {
    return this.#highlighter.css();
  }

  #context(): ExamineContext {
    const { root, advertisements } = this.#options;
    return { proofs: this.#proofs, highlighter: this.#highlighter, store: (figure) => storeFigure(root, figure), advertisements, files: projectFiles(root) };
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

/** Every file that makes up an example, or may: its own, and its recordings. */
async function filesOf(root: string, example: Example | BrokenExample): Promise<string[]> {
  const versions = 'files' in example ? [...(await readRecordings(root, example)).variants.keys()].map((tag) => `.${tag}`) : [];
  const recordings = ['', ...versions].flatMap((version) => ['.out', '.err', '.recorded.json'].map((ending) => `${version}${ending}`));
  const own = 'files' in example ? [...example.files.keys()].map((name) => posix.join(posix.dirname(example.file), name)) : [];
  return [...['.py', ...recordings].map((ending) => example.file.replace(/\.py$/, ending)), ...own];
}

async function recordingsOf(root: string, example: Example): Promise<readonly (Recording | undefined)[]> {
  const { base, variants } = await readRecordings(root, example);
  return [base, ...variants.values()];
}

/** Changes when a file of an example changes, or its recording; a broken example is looked at anew each time. */
async function fingerprint(root: string, example: Example | BrokenExample): Promise<string> {
  if (!('files' in example)) return `${Math.random()}`;
  const hash = createHash('sha256');
  for (const [name, bytes] of example.files) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return hash.update(JSON.stringify(await recordingsOf(root, example))).digest('hex');
}

/** An example that is wrong in itself is told once, however often it is referred to. */
function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
