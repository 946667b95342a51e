import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isRunnableDevEnvironment, type RunnableDevEnvironment, type ViteDevServer } from 'vite';
import type { Problem } from '../../core/problems/problem.ts';
import { readGlossary } from '../glossary/read-glossary.ts';
import { type AstroFailure, astroProblem } from '../prepare/astro-problem.ts';
import { devExamplePages } from './dev-facts.ts';
import type { PageUpdate } from './dev-page.ts';
import type { DevPages } from './dev-pages.ts';
import { HEAD_LINES } from './plan-article.ts';

/** The module that holds what pages look up. */
export const SLOT_STORE: string = fileURLToPath(new URL('./slot-store.ts', import.meta.url));

/**
 * The modules of pages. Vite evaluates them apart from the modules of this server, so all is imported here
 * as a page imports it. https://vite.dev/guide/api-environment-frameworks
 */
export class PageModules {
  readonly #server: ViteDevServer;
  readonly #root: string;

  constructor(server: ViteDevServer, root: string) {
    this.#server = server;
    this.#root = root;
  }

  /**
   * Lets a page show its new slots. `page` is its URL path.
   * @returns why its article cannot be compiled; undefined if it can
   */
  async show(pages: DevPages, page: string, { file, isStale }: PageUpdate): Promise<Problem | undefined> {
    if (file !== undefined && isStale) this.#invalidate(join(this.#root, file));
    await this.fillSlots(pages, page);
    if (file === undefined) return undefined;
    try {
      await this.#environment.runner.import(join(this.#root, file));
      return undefined;
    } catch (error) {
      return articleProblem(error as AstroFailure, this.#root, file);
    }
  }

  /** Fills the slots of a page. */
  async fillSlots(pages: DevPages, page: string): Promise<void> {
    (await this.#slotStore()).fillSlots(pages.slots(page), pages.tokenCss());
  }

  /** Sets what a page shows besides the text of its article. Astro keeps the paths and facts of pages. */
  async fillFacts(pages: DevPages, page: string): Promise<void> {
    const facts = await pages.facts(page);
    const examples = devExamplePages(await pages.runs.examples());
    const isNew = (await this.#slotStore()).fillFacts(
      facts,
      examples,
      readGlossary(this.#root).glossary.terms,
    );
    if (!isNew) return;
    this.#environment.hot.send('astro:content-changed', {});
    // Messages between the two module graphs arrive in turns of their own.
    await setImmediate();
  }

  get #environment(): RunnableDevEnvironment {
    const environment = this.#server.environments.ssr;
    if (environment === undefined || !isRunnableDevEnvironment(environment))
      throw new Error('Pages are not rendered in this process');
    return environment;
  }

  #slotStore(): Promise<typeof import('./slot-store.ts')> {
    return this.#environment.runner.import(SLOT_STORE);
  }

  /**
   * Has an article compiled again when it is next rendered. Nothing that imports it is evaluated again: pages
   * import it when they render it.
   */
  #invalidate(file: string): void {
    for (const environment of Object.values(this.#server.environments)) {
      if (!isRunnableDevEnvironment(environment)) continue;
      const { evaluatedModules } = environment.runner;
      for (const module of environment.moduleGraph.getModulesByFile(file) ?? [])
        module.transformResult = null;
      for (const module of evaluatedModules.getModulesByFile(file) ?? [])
        evaluatedModules.invalidateModule(module);
    }
  }
}

/** What the compiler said of an article. What is wrong in a file that it needs has that file's position. */
function articleProblem(failure: AstroFailure, root: string, file: string): Problem {
  const { title, detail, ...at } = astroProblem(failure, root);
  const line = at.file === file && at.line !== undefined ? at.line - HEAD_LINES : 0;
  return {
    file,
    ...(line > 0 ? { line, column: at.column } : {}),
    title: `The article cannot be compiled: ${title.replaceAll(`${root}/`, '')}`,
    detail,
    remedy: failure.hint ?? 'Undo the last change, and make it again in smaller steps.',
  };
}
