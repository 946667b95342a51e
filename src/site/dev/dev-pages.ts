import { idOf } from '../../core/example/example.ts';
import type { Problem } from '../../core/problems/problem.ts';
import type { Showcase } from '../../core/settings/site-settings.ts';
import { site } from '../../site.config.ts';
import type { ArticleFacts } from '../article/article-facts.ts';
import { articleFiles, readArticleFile } from '../article/article-files.ts';
import type { CheckedExamples } from '../figures/parts/checked-example.ts';
import { homeAnchors, SHOWCASE_FILE, showcaseReferences } from '../front/showcase.ts';
import type { Graphviz } from '../diagrams/graphviz.ts';
import type { Highlighter } from '../highlight/highlighter.ts';
import { wordsOf } from '../../core/words/languages.ts';
import { wordsOfArticle } from '../article-language.ts';
import { readGlossary } from '../glossary/read-glossary.ts';
import { articleUrl, GLOSSARY_URL, HOME_URL, NEW_URL, trackOf, trackUrl } from '../routes.ts';
import { projectFiles } from '../validate/check-files.ts';
import { DevFacts } from './dev-facts.ts';
import { type DevPage, inTurn, type PageUpdate, updatePage } from './dev-page.ts';
import { LiveRuns } from './examples/live-runs.ts';
import { pageProblems } from './page-problems.ts';
import { pageMdx, planArticle, slotKey, withoutBody } from './plan-article.ts';
import { RecordedExamples } from './examples/recorded-examples.ts';
import { type ExampleStates, resolveExample, resolveSlot, withStates } from './resolve-slot.ts';
import type { SlotContent, Slots } from './slot-store.ts';
import { problemText } from './unverified-figure.ts';

/** Pages that show something of all articles. */
const LISTS = [HOME_URL, NEW_URL, GLOSSARY_URL];

/**
 * The pages of a dev server. Preparing a page reads its files and runs its examples. Problems become
 * content of slots; none is thrown.
 */
export class DevPages {
  /** The runs of examples: which of them there are, and their states. */
  readonly runs: LiveRuns;
  readonly #root: string;
  readonly #highlighter: Highlighter;
  readonly #graphviz: Graphviz;
  readonly #recorded: RecordedExamples;
  readonly #facts: DevFacts;
  readonly #pages = new Map<string, DevPage>();

  /** @param onRunEnd called with the id of an example when a run has ended */
  constructor(root: string, highlighter: Highlighter, graphviz: Graphviz, onRunEnd: (id: string) => void) {
    this.#root = root;
    this.#highlighter = highlighter;
    this.#graphviz = graphviz;
    this.runs = new LiveRuns(root, onRunEnd, site.network);
    this.#recorded = new RecordedExamples(root);
    this.#facts = new DevFacts(root, graphviz);
  }

  /** Whether a page that was opened shows an example. `href` is its URL path. */
  shows(href: string, id: string): boolean {
    return this.#pages.get(href)?.exampleIds.has(id) === true;
  }

  /** The slots of a page that was opened. `href` is its URL path. */
  slots(href: string): Slots {
    return this.#page(href).slots;
  }

  /** Rules for all classes that highlighted code uses. */
  tokenCss(): string {
    return this.#highlighter.css();
  }

  /** What a page shows of articles besides their texts, by path. `href` is its URL path. */
  async facts(href: string): Promise<Readonly<Record<string, ArticleFacts>>> {
    const isShown = (file: string): boolean =>
      [...LISTS, trackUrl(trackOf(file)), articleUrl(file)].includes(href);
    return this.#facts.of(isShown, await this.#examples());
  }

  /** Reads an example again; without an id, all. Call it when one of their files has changed. */
  forget(id?: string): void {
    this.#recorded.forget(id);
  }

  /** The text that MDX compiles instead of an article's source. */
  compile(file: string): Promise<string> {
    const page = this.#page(articleUrl(file));
    return inTurn(page, async () => {
      await this.#prepareArticle(page, file);
      page.compiled = page.plan?.digest;
      return pageMdx(page.href, page.plan);
    });
  }

  /**
   * Prepares a page and starts the runs that it needs. Undefined if the path is that of no article or
   * example.
   */
  async prepare(href: string): Promise<PageUpdate | undefined> {
    const [, id] = /^\/examples\/(.+)\/$/.exec(href) ?? [];
    if (id !== undefined) return this.#prepareExample(href, id);
    if (href === HOME_URL && site.showcase !== undefined) return this.#prepareHome(site.showcase);
    const file = (await articleFiles(this.#root)).find(each => articleUrl(each) === href);
    if (file !== undefined) {
      const page = this.#page(href);
      return inTurn(page, () => this.#prepareArticle(page, file));
    }
    // If the article comes back, its page is another one.
    this.#pages.get(href)?.slots.clear();
    return undefined;
  }

  /** Shows a page without the text of its article, which the compiler refused, and with the reason. */
  async refuse(href: string, problem: Problem): Promise<PageUpdate | undefined> {
    const page = this.#page(href);
    if (page.plan !== undefined) page.refusal = { digest: page.plan.digest, problem };
    return this.prepare(href);
  }

  /** Lets refused texts be compiled again. Call it when a file beside an article has changed. */
  retry(): void {
    for (const page of this.#pages.values()) page.refusal = undefined;
  }

  async #prepareExample(href: string, id: string): Promise<PageUpdate | undefined> {
    const state = await this.runs.state(id);
    if (state === undefined) return undefined;
    const page = this.#page(href);
    page.exampleIds = new Set([id]);
    const content = resolveExample(state, { highlighter: this.#highlighter, words: wordsOf(site.language) });
    return updatePage(
      page,
      new Map([[id, state]]),
      undefined,
      () => new Map([[slotKey(href, 0), { content }]]),
    );
  }

  async #prepareHome(showcase: Showcase): Promise<PageUpdate> {
    const page = this.#page(HOME_URL);
    const states = await this.#states(page, [showcase.file]);
    const examples = withStates(await this.#examples(), states);
    const [reference] = showcaseReferences(showcase, examples);
    const context = {
      file: SHOWCASE_FILE,
      states,
      examples,
      highlighter: this.#highlighter,
      words: wordsOf(site.language),
    };
    const contents =
      reference === undefined
        ? []
        : [resolveSlot({ kind: 'reference', reference }, { ...context, anchors: homeAnchors() })];
    return updatePage(page, states, undefined, () => {
      return new Map(contents.map((content, slot) => [slotKey(HOME_URL, slot), { content }]));
    });
  }

  async #prepareArticle(page: DevPage, file: string): Promise<PageUpdate> {
    const isOutdated = !this.#plan(page, file);
    const { plan, refusal } = page;
    const states = await this.#states(page, plan?.scan.references.flatMap(({ files }) => files) ?? []);
    const examples = withStates(await this.#examples(), states);
    const context = {
      file,
      states,
      examples,
      highlighter: this.#highlighter,
      words: wordsOfArticle(file),
      graphviz: this.#graphviz,
      glossary: readGlossary(this.#root).glossary,
      anchors: new Set(plan?.scan.headings.map(heading => heading.id)),
    };
    const contents = plan?.slots.map(slot => resolveSlot(slot, context)) ?? [];
    const found = await pageProblems(this.#root, file, examples, states);
    const problems = [...found, ...(refusal === undefined ? [] : [refusal.problem])].map(problemText);
    return updatePage(page, states, file, version => {
      const top: SlotContent = { kind: 'top', version, problems, isOutdated };
      const keyed = [...contents.entries(), ['top', top] as const];
      return new Map(
        keyed.map(([slot, content]) => [slotKey(page.href, slot), { plan: plan?.digest, content }]),
      );
    });
  }

  /**
   * Plans a page from its source. A source that cannot be parsed leaves the plan before it.
   * @returns whether the plan is that of the source
   */
  #plan(page: DevPage, file: string): boolean {
    const { source } = readArticleFile(this.#root, file);
    const { value: planned } = planArticle(
      source,
      file,
      projectFiles(this.#root),
      site.advertisements.enabled,
    );
    if (planned === undefined) return false;
    if (page.refusal?.digest !== planned.digest) page.refusal = undefined;
    page.plan = page.refusal === undefined ? planned : withoutBody(planned);
    return true;
  }

  async #examples(): Promise<CheckedExamples> {
    return this.#recorded.of(await this.runs.examples());
  }

  /** The states of the examples that a page shows, by their files. */
  async #states(page: DevPage, files: readonly string[]): Promise<ExampleStates> {
    page.exampleIds = new Set(files.map(idOf));
    const states = [...page.exampleIds].map(async id => [id, await this.runs.state(id)] as const);
    return new Map((await Promise.all(states)).flatMap(([id, state]) => (state ? [[id, state]] : [])));
  }

  #page(href: string): DevPage {
    const page = this.#pages.get(href) ?? {
      href,
      version: 0,
      exampleIds: new Set(),
      slots: new Map(),
      turn: Promise.resolve(),
    };
    this.#pages.set(href, page);
    return page;
  }
}
