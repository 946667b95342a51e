import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Plugin, preview } from 'vite';
import { headersFor, parseHeaders } from '../publish/http-headers.ts';
import { guardRequests, pathOf } from './guard-requests.ts';

/** A server of a built site. */
export interface SiteServer {
  readonly port: number;
  /** Resolves when it has stopped. */
  readonly closed: Promise<unknown>;
  readonly stop: () => Promise<void>;
}

interface ServeOptions {
  /** The project, whose `dist/` is served. */
  readonly root: string;
  /** Where to listen; the next free port if it is taken. */
  readonly port: number;
  /** URL path of the site: `/`, or `/project/`. */
  readonly base?: string;
}

/**
 * Serves `dist/` to this machine alone, with the headers that its `_headers` names, as a host does that
 * reads them. A request that names another host is refused: a page of that host may have sent it.
 */
export async function serveSite({ root, port, base = '/' }: ServeOptions): Promise<SiteServer> {
  const server = await preview({
    root,
    base,
    configFile: false,
    appType: 'mpa',
    logLevel: 'silent',
    build: { outDir: 'dist' },
    preview: { host: 'localhost', port, cors: false },
    plugins: [hostPlugin(join(root, 'dist'), base)],
  });
  return {
    port: (server.httpServer.address() as AddressInfo).port,
    closed: once(server.httpServer, 'close'),
    stop: () => server.close(),
  };
}

/** What a host adds to files: their headers, and a page for addresses without a file. */
function hostPlugin(dist: string, base: string): Plugin {
  return {
    name: 'verbatim-host',
    configurePreviewServer: ({ middlewares }) => {
      const rules = parseHeaders(readFileSync(join(dist, '_headers'), 'utf8'));
      middlewares.use(guardRequests);
      middlewares.use((request, response, next) => {
        const headers = headersFor(pathOf(request.url ?? '') ?? '/', rules);
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
        // Hosts read this file, and do not serve it.
        if (pathOf(request.url ?? '') === `${base}_headers`) return answerNotFound(response, dist);
        next();
      });
      // Vite has found no file but may have found a page.
      return () =>
        middlewares.use(({ url = '' }, response, next) => {
          const path = pathOf(url) ?? '/';
          if (path.endsWith('.html') && existsSync(join(dist, path))) return next();
          return answerNotFound(response, dist);
        });
    },
  };
}

function answerNotFound(response: ServerResponse, dist: string): void {
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(readFileSync(join(dist, '404.html')));
}
