import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';
import { parseRecordingName } from '../../core/example/recording-name.ts';
import { CONTENT, EXAMPLES } from '../../core/project-paths.ts';
import { loadGraphviz } from '../diagrams/graphviz.ts';
import { Highlighter } from '../highlight/highlighter.ts';
import {
  ARTICLES,
  BUILD_FACTS,
  EXAMPLE_PAGES,
  FIGURE_REGISTRY,
  FIGURES,
  GLOSSARY_TERMS,
  TOKENS,
  VIRTUAL_IDS,
} from '../pages/virtual-modules.ts';
import { articleUrl, HOME_URL } from '../routes.ts';
import { linkTo, urlPathOf } from '../site-url.ts';
import { PUBLIC } from '../validate/check-files.ts';
import type { PageUpdate } from './dev-page.ts';
import { devBuildFacts } from './dev-facts.ts';
import { DevPages } from './dev-pages.ts';
import { PageModules, SLOT_STORE } from './page-modules.ts';
import { guardRequests } from '../serve/guard-requests.ts';
import { guardSockets, OPEN_PAGE } from '../serve/guard-sockets.ts';

/** Modules whose content changes while the server runs, by the name of each in the store of slots. */
const SHARED: Readonly<Record<string, string>> = {
  [ARTICLES]: 'articleFacts',
  [EXAMPLE_PAGES]: 'devExamples',
  [GLOSSARY_TERMS]: 'devTerms',
};

type FileEvent = 'change' | 'add' | 'unlink';

/** A page says that an example runs when it has run for this long. */
const RUNNING_NOTICE_DELAY_MS = 150;

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
  let modules: PageModules | undefined;
  /** Does something that nobody waits for. What goes wrong is printed: it must not end the server. */
  const attempt = (work: Promise<unknown>): void => {
    work.catch((error: Error) => server?.config.logger.error(error.stack ?? error.message, { error }));
  };
  const onRunEnd = (id: string): void => {
    attempt(opened.then(pages => updateOpenPages(page => pages.shows(page, id))));
  };
  const opened = Promise.all([Highlighter.create(), loadGraphviz()]).then(
    ([highlighter, graphviz]) => new DevPages(root, highlighter, graphviz, onRunEnd),
  );

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
    const pages = await opened;
    const update = await pages.prepare(page);
    if (update === undefined || modules === undefined) return undefined;
    const failure = await modules.show(pages, page, update);
    if (failure === undefined) return update;
    const refused = await pages.refuse(page, failure);
    if (refused !== undefined) await modules.show(pages, page, refused);
    return refused;
  }

  async function onFileEvent(event: FileEvent, path: string): Promise<void> {
    const pages = await opened;
    const file = projectPath(root, path);
    pages.retry();
    if (file.startsWith(`${EXAMPLES}/`)) {
      await onExampleFile(pages, file.slice(EXAMPLES.length + 1), event);
      await updateOpenPages();
    } else if ([CONTENT, PUBLIC].some(folder => file.startsWith(`${folder}/`))) await updateOpenPages();
  }

  return {
    name: 'verbatim',
    enforce: 'pre',
    resolveId: id => (id === FIGURES ? fileURLToPath(FIGURE_REGISTRY) : VIRTUAL_IDS[id]),
    load(id) {
      // Slots bring their own rules: these change with the code.
      if (id === TOKENS) return '';
      // A dev server verifies nothing.
      if (id === BUILD_FACTS) return `export default ${JSON.stringify(devBuildFacts())}`;
      const name = SHARED[id];
      return name && `export { ${name} as default } from ${JSON.stringify(SLOT_STORE)}`;
    },
    transform: {
      filter: { id: /\.mdx$/ },
      async handler(_source, id) {
        const file = projectPath(root, id);
        const pages = await opened;
        const code = await pages.compile(file);
        await modules?.fillSlots(pages, articleUrl(file));
        return { code, map: null };
      },
    },
    hotUpdate: {
      order: 'pre',
      // Browsers fetch the page themselves, so Vite has nothing to reload.
      handler: ({ file }) => (file.endsWith('.mdx') ? [] : undefined),
    },
    async closeServer() {
      for (const notice of notices.values()) clearTimeout(notice);
      await (await opened).runs.close();
    },
    configureServer(started) {
      server = started;
      modules = new PageModules(started, root);
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
        const page = decodeURI(path);
        Promise.all([preparePage(page), opened.then(pages => modules?.fillFacts(pages, page))]).then(
          () => next(),
          next,
        );
      });
    },
  };
}

/** Handles a saved, added or removed file of an example; `path` is relative to their folder. */
async function onExampleFile(pages: DevPages, path: string, event: FileEvent): Promise<void> {
  const { runs } = pages;
  const recording = parseRecordingName(path);
  if (recording === undefined && event !== 'change') runs.relist();
  const example = [...(await runs.examples()).values()].find(
    ({ entry, members }) => entry === recording?.file || members.includes(path),
  );
  if (example !== undefined && recording === undefined) runs.restart(example.id);
  // The recordings of a topic share a file with their receipts.
  pages.forget(path.endsWith('/recordings.json') ? undefined : example?.id);
}

/** `/home/ada/site/content/a/b.mdx` → `content/a/b.mdx` */
function projectPath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}
