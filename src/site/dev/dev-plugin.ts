import { relative, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { CONTENT, EXAMPLES } from '../../core/project-paths.ts';
import { draftExamples, draftFacts } from './article-facts.ts';
import { Drafts } from './dev-pages.ts';
import { invalidate } from './invalidate-module.ts';
import { Onlookers } from './browser-connections.ts';
import { ARTICLES, EXAMPLE_PAGES, TOKENS, virtualId } from '../pages/virtual-modules.ts';

/** How long a run may take before a page says that it runs. */
const PATIENCE_MS = 150;

/**
 * The dev server's side of Verbatim. A page is brought up to date when it is asked for, and again, as long as it is open in a browser,
 * whenever a file that it shows was saved or a run is over; its browser is told, and takes over what has changed.
 */
export function draftPlugin(root: string): Plugin {
  const waiting = new Map<string, NodeJS.Timeout>();
  let onlookers: Onlookers | undefined;
  let server: ViteDevServer | undefined;
  let css = '';
  const opened: Promise<Drafts> = Drafts.open(
    root,
    id => void opened.then(drafts => updateAll(page => drafts.shows(page, id))),
  );

  /** Brings an open page up to date and tells its browsers: at once, or where something runs, when it has run for a while. */
  async function update(page: string): Promise<void> {
    const prepared = await (await opened).prepare(page);
    if (prepared === undefined) return;
    await styles();
    clearTimeout(waiting.get(page));
    if (prepared.running)
      waiting.set(
        page,
        setTimeout(() => onlookers?.tell(page, prepared.version), PATIENCE_MS),
      );
    else onlookers?.tell(page, prepared.version);
  }

  async function updateAll(isMeant: (page: string) => boolean): Promise<void> {
    await Promise.all((onlookers?.pages() ?? []).filter(isMeant).map(update));
  }

  /** A token that was never seen before may have brought a new class. */
  async function styles(): Promise<void> {
    const now = (await opened).tokenCss();
    if (now === css || server === undefined) return;
    css = now;
    await invalidate(server, TOKENS);
  }

  async function saved(event: 'change' | 'add' | 'unlink', path: string): Promise<void> {
    const drafts = await opened;
    const file = relative(root, path).split(sep).join('/');
    if (file.startsWith(`${EXAMPLES}/`)) {
      const id = await drafts.exampleChanged(file.slice(EXAMPLES.length + 1), event);
      await updateAll(page => event !== 'change' || (id !== undefined && drafts.shows(page, id)));
    } else if (event !== 'change' && file.startsWith(`${CONTENT}/`)) {
      drafts.articlesChanged();
      await updateAll(() => true);
    }
  }

  return {
    name: 'verbatim',
    enforce: 'pre',
    resolveId: id => virtualId(id),
    async load(id) {
      const drafts = await opened;
      if (id === TOKENS) return drafts.tokenCss();
      if (id === EXAMPLE_PAGES) return `export default ${JSON.stringify(await draftExamples(drafts))}`;
      return id === ARTICLES
        ? `export default ${JSON.stringify(await draftFacts(root, await drafts.articles()))}`
        : undefined;
    },
    transform: {
      filter: { id: /\.mdx$/ },
      handler: async (source, id) => ({
        code: await (await opened).compile(relative(root, id).split(sep).join('/'), source),
        map: null,
      }),
    },
    hotUpdate: {
      order: 'pre',
      async handler({ file, type }) {
        if (!file.endsWith('.mdx')) return undefined;
        // Once for all environments; the browser takes over what has changed, and nothing is reloaded.
        if (this.environment.name === 'client' && type === 'update' && server !== undefined) {
          await invalidate(server, file);
          await updateAll(() => true);
        }
        return [];
      },
    },
    async closeServer() {
      for (const timer of waiting.values()) clearTimeout(timer);
      await (await opened).close();
    },
    configureServer(started) {
      server = started;
      onlookers = new Onlookers(started.ws, update);
      for (const event of ['change', 'add', 'unlink'] as const)
        started.watcher.on(event, path => void saved(event, path));
      started.middlewares.use((request, _response, next) => {
        const [path = ''] = (request.url ?? '').split('?');
        if (request.method !== 'GET' || !path.endsWith('/')) return next();
        opened
          .then(drafts => drafts.prepare(decodeURI(path)))
          .then(styles)
          .then(() => next(), next);
      });
    },
  };
}
