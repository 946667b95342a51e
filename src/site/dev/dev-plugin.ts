import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRunnableDevEnvironment, type Plugin, type ViteDevServer } from 'vite';
import { parseRecordingName } from '../../core/example/recording-name.ts';
import { CONTENT, EXAMPLES } from '../../core/project-paths.ts';
import { Highlighter } from '../highlight/highlighter.ts';
import {
  ARTICLES,
  BUILD_FACTS,
  EXAMPLE_PAGES,
  FIGURE_REGISTRY,
  FIGURES,
  TOKENS,
  VIRTUAL_IDS,
} from '../pages/virtual-modules.ts';
import { articleOfUrl, articleUrl, HOME_URL } from '../routes.ts';
import { linkTo, urlPathOf } from '../site-url.ts';
import { DevPages, type PageUpdate } from './dev-pages.ts';
import { guardRequests } from '../serve/guard-requests.ts';
import { guardSockets, OPEN_PAGE } from './guard-sockets.ts';
import { devArticleFacts, devExamplePages } from './other-pages.ts';

type FileEvent = 'change' | 'add' | 'unlink';

/** A page says that an example runs when it has run for this long. */
const RUNNING_NOTICE_DELAY_MS = 150;

const SLOT_STORE = fileURLToPath(new URL('./slot-store.ts', import.meta.url));

/**
 * The dev server's side of Verbatim. A page is prepared when it is requested, and while it is open in a
 * browser, whenever one of its files is saved or one of its runs ends. Its browsers then receive its
 * version, and fetch the page if theirs is older.
 */
export function devPlugin(root: string): Plugin {
  const notices = new Map<string, NodeJS.Timeout>();
  /** URL paths of the pages that are open in browsers, by the connection of each. */
  const openPages = new Map<unknown, string>();
  let server: ViteDevServer | undefined;
  /** Does something that nobody waits for. What goes wrong is printed: it must not end the server. */
  const attempt = (work: Promise<unknown>): void => {
    work.catch((error: Error) => server?.config.logger.error(error.stack ?? error.message, { error }));
  };
  const onRunEnd = (id: string): void => {
    attempt(opened.then(pages => updateOpenPages(page => pages.shows(page, id))));
  };
  const opened = Highlighter.create().then(highlighter => new DevPages(root, highlighter, onRunEnd));

  /**
   * Prepares an open page and announces its version: at once, or if an example runs, after it has run for a
   * while.
   */
  async function updatePage(page: string): Promise<void> {
    const update = await preparePage(page);
    if (update === undefined) return;
    clearTimeout(notices.get(page));
    const { version } = update;
    // A browser that shows an older version fetches the page.
    const announce = (): void => server?.ws.send('verbatim:page-changed', { page: linkTo(page), version });
    if (update.running) notices.set(page, setTimeout(announce, RUNNING_NOTICE_DELAY_MS));
    else announce();
  }

  async function updateOpenPages(isAffected: (page: string) => boolean = () => true): Promise<void> {
    await Promise.all([...new Set(openPages.values())].filter(isAffected).map(updatePage));
  }

  async function preparePage(page: string): Promise<PageUpdate | undefined> {
    const update = await (await opened).prepare(page);
    if (update === undefined || server === undefined) return undefined;
    if (update.isStale) invalidateArticle(server, join(root, articleOfUrl(page) ?? ''));
    await fillSlots(page);
    return update;
  }

  /**
   * Fills the slots of a page in the module graph of the pages. Vite evaluates their modules apart from
   * this plugin, so the store is imported as a page imports it.
   * https://vite.dev/guide/api-environment-frameworks
   */
  async function fillSlots(page: string): Promise<void> {
    const [pages, environment] = [await opened, server?.environments.ssr];
    if (environment === undefined || !isRunnableDevEnvironment(environment))
      throw new Error('Pages are not rendered in this process');
    const store = await environment.runner.import<typeof import('./slot-store.ts')>(SLOT_STORE);
    store.fillSlots(pages.slots(page), pages.tokenCss());
  }

  async function onFileEvent(event: FileEvent, path: string): Promise<void> {
    const pages = await opened;
    const file = projectPath(root, path);
    if (file.startsWith(`${EXAMPLES}/`)) {
      const id = await onExampleFile(pages, file.slice(EXAMPLES.length + 1), event);
      await updateOpenPages(page => event !== 'change' || (id !== undefined && pages.shows(page, id)));
    } else if (event !== 'change' && file.startsWith(`${CONTENT}/`)) await updateOpenPages();
  }

  return {
    name: 'verbatim',
    enforce: 'pre',
    resolveId: id => (id === FIGURES ? fileURLToPath(FIGURE_REGISTRY) : VIRTUAL_IDS[id]),
    async load(id) {
      const pages = await opened;
      // Slots bring their own rules: these change with the code.
      if (id === TOKENS) return '';
      if (id === EXAMPLE_PAGES) return jsonModule(devExamplePages(await pages.runs.examples()));
      // A dev server verifies nothing.
      if (id === BUILD_FACTS) return jsonModule({ interpreters: [] });
      return id === ARTICLES ? jsonModule(await devArticleFacts(root)) : undefined;
    },
    transform: {
      filter: { id: /\.mdx$/ },
      async handler(_source, id) {
        const file = projectPath(root, id);
        const code = await (await opened).compile(file);
        await fillSlots(articleUrl(file));
        return { code, map: null };
      },
    },
    hotUpdate: {
      order: 'pre',
      async handler({ file, type }) {
        if (!file.endsWith('.mdx')) return undefined;
        // Called for each environment. Browsers fetch the page themselves, so Vite has nothing to reload.
        if (this.environment.name === 'client' && type === 'update') await updateOpenPages();
        return [];
      },
    },
    async closeServer() {
      for (const notice of notices.values()) clearTimeout(notice);
      await (await opened).runs.close();
    },
    configureServer(started) {
      server = started;
      guardSockets(started);
      started.middlewares.use(guardRequests);
      started.ws.on(OPEN_PAGE, ({ page: link }: { readonly page: string }, { socket }) => {
        const page = urlPathOf(link) ?? HOME_URL;
        openPages.set(socket, page);
        socket.once('close', () => openPages.delete(socket));
        // Something may have changed since the page was rendered.
        attempt(updatePage(page));
      });
      for (const event of ['change', 'add', 'unlink'] as const)
        started.watcher.on(event, path => attempt(onFileEvent(event, path)));
      started.middlewares.use((request, _response, next) => {
        // Astro has cut the path of the site off `url`.
        const [link = ''] = (request.originalUrl ?? '').split('?');
        const path = urlPathOf(link);
        if (request.method !== 'GET' || path?.endsWith('/') !== true) return next();
        preparePage(decodeURI(path)).then(() => next(), next);
      });
    },
  };
}

/**
 * Handles a saved, added or removed file of an example; `path` is relative to their folder.
 * @returns the id of the example, if any
 */
async function onExampleFile(
  { runs }: DevPages,
  path: string,
  event: FileEvent,
): Promise<string | undefined> {
  const recording = parseRecordingName(path);
  if (recording === undefined && event !== 'change') runs.relist();
  const example = [...(await runs.examples()).values()].find(
    ({ entry, members }) => entry === recording?.file || members.includes(path),
  );
  if (example !== undefined && recording === undefined) runs.restart(example.id);
  return example?.id;
}

function jsonModule(value: unknown): string {
  return `export default ${JSON.stringify(value)}`;
}

/** `/home/ada/site/content/a/b.mdx` → `content/a/b.mdx` */
function projectPath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/**
 * Has an article compiled again when it is next rendered. Nothing that imports it is evaluated again: pages
 * import it when they render it.
 */
function invalidateArticle(server: ViteDevServer, file: string): void {
  for (const environment of Object.values(server.environments)) {
    if (!isRunnableDevEnvironment(environment)) continue;
    const { evaluatedModules } = environment.runner;
    for (const module of environment.moduleGraph.getModulesByFile(file) ?? []) module.transformResult = null;
    for (const module of evaluatedModules.getModulesByFile(file) ?? [])
      evaluatedModules.invalidateModule(module);
  }
}
