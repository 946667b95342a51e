import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { idOf } from '../../core/example/example.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { site } from '../../site.config.ts';
import { readArticleFile } from '../article/article-files.ts';
import { articleOfUrl, articleUrl } from '../routes.ts';
import { CHECKS_NUMBERS, numberProblems } from '../claims/number-problems.ts';
import type { Highlighter } from '../highlight/highlighter.ts';
import { projectFiles } from '../validate/check-files.ts';
import { LiveRuns } from './live-runs.ts';
import { checkDevLinks } from './other-pages.ts';
import { type ArticlePlan, pageMdx, planArticle, slotKey } from './plan-article.ts';
import { type ExampleStates, checkedExamplesOf, resolveExample, resolveSlot } from './resolve-slot.ts';
import type { SlotContent, Slots } from './slot-store.ts';
import { problemText } from './unverified-figure.ts';

/** A page that somebody has opened. */
interface DevPage {
  /** Its URL path: `/advanced/locks/`. */
  readonly href: string;
  /** Goes up each time that the page shows something else. */
  version: number;
  /** Ids of the examples that it shows. */
  exampleIds: ReadonlySet<string>;
  /** The plan of its last text that could be parsed; absent on the page of an example. */
  plan?: ArticlePlan | undefined;
  /** Digest of the plan that was compiled last; absent until the first time. */
  compiled?: string | undefined;
  slots: Slots;
  /** Settles when the page is prepared: it is prepared for one text after the other. */
  turn: Promise<unknown>;
}

/** A page as its files are now. */
export interface PageUpdate {
  readonly version: number;
  /** Whether an example of the page is running. */
  readonly running: boolean;
  /** Whether the article was compiled from another plan, and has to be compiled again. */
  readonly isStale: boolean;
}

/**
 * The pages of a dev server. Preparing a page reads its files and runs its examples. Problems become
 * content of slots; none is thrown.
 */
export class DevPages {
  /** The runs of examples: which of them there are, and their states. */
  readonly runs: LiveRuns;
  readonly #root: string;
  readonly #highlighter: Highlighter;
  readonly #pages = new Map<string, DevPage>();

  /** @param onRunEnd called with the id of an example when a run has ended */
  constructor(root: string, highlighter: Highlighter, onRunEnd: (id: string) => void) {
    this.#root = root;
    this.#highlighter = highlighter;
    this.runs = new LiveRuns(root, onRunEnd, site.network);
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
    const file = articleOfUrl(href);
    if (file === undefined || !existsSync(join(this.#root, file))) return undefined;
    const page = this.#page(href);
    return inTurn(page, () => this.#prepareArticle(page, file));
  }

  async #prepareExample(href: string, id: string): Promise<PageUpdate | undefined> {
    const state = await this.runs.state(id);
    if (state === undefined) return undefined;
    const page = this.#page(href);
    page.exampleIds = new Set([id]);
    const content = resolveExample(state, this.#highlighter);
    return update(page, new Map([[id, state]]), () => new Map([[slotKey(href, 0), { content }]]));
  }

  async #prepareArticle(page: DevPage, file: string): Promise<PageUpdate> {
    const sourceProblems = this.#plan(page, file);
    const { plan } = page;
    const [states, examples] = [await this.#states(page), await this.runs.examples()];
    const context = {
      file,
      states,
      examples: checkedExamplesOf(states, examples),
      highlighter: this.#highlighter,
      anchors: new Set(plan?.scan.headings.map(heading => heading.id)),
    };
    const contents = plan?.slots.map(slot => resolveSlot(slot, context)) ?? [];
    const links = plan && (await checkDevLinks(this.#root, file, plan.scan, context.anchors, examples));
    const numbers =
      plan && CHECKS_NUMBERS ? numberProblems(plan.scan, plan.source, file, context.examples) : [];
    const problems = [...sourceProblems, ...(links ?? []), ...numbers].map(problemText);
    return update(page, states, version => {
      const top: SlotContent = { kind: 'top', version, problems };
      const keyed = [...contents.entries(), ['top', top] as const];
      return new Map(
        keyed.map(([slot, content]) => [slotKey(page.href, slot), { plan: plan?.digest, content }]),
      );
    });
  }

  /**
   * Plans a page from its source. A source that cannot be parsed leaves the plan before it.
   * @returns the problems of the source
   */
  #plan(page: DevPage, file: string): readonly Problem[] {
    const { source, problems } = readArticleFile(this.#root, file);
    const planned = planArticle(source, file, projectFiles(this.#root));
    page.plan = planned.value ?? page.plan;
    return [...problems, ...(planned.problems ?? planned.value.problems)];
  }

  /** The states of the examples that a page shows. */
  async #states(page: DevPage): Promise<ExampleStates> {
    const files = page.plan?.scan.references.flatMap(reference => reference.files) ?? [];
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

/** Does something with a page when everything before it is done. */
function inTurn<T>(page: DevPage, work: () => Promise<T>): Promise<T> {
  const done = page.turn.then(work);
  page.turn = done.catch(() => undefined);
  return done;
}

/** Gives a page its new slots, and a new version if they differ. */
function update(page: DevPage, states: ExampleStates, slotsOf: (version: number) => Slots): PageUpdate {
  if (!isDeepStrictEqual(slotsOf(page.version), page.slots)) page.version += 1;
  page.slots = slotsOf(page.version);
  const running = [...states.values()].some(state => 'running' in state && state.running);
  const isStale = page.plan?.digest !== page.compiled;
  return { version: page.version, running, isStale };
}
