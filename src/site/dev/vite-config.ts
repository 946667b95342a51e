import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { draftPlugin } from './dev-plugin.ts';

/** What a page of a dev server has besides: its script, and its styles from the beginning. */
export const DRAFT_SCRIPTS = [
  ['page', fileURLToPath(new URL('../../client/dev.ts', import.meta.url))],
  ['page-ssr', fileURLToPath(new URL('../../styles/draft.css', import.meta.url))],
] as const;

/** How a dev server of this project differs from any: nothing covers the page, and what the server itself writes is not watched. */
export function draftVite(root: string): AstroConfig['vite'] {
  return {
    plugins: [draftPlugin(root)],
    // The packages may be shared with another copy of the project.
    cacheDir: join(root, '.verbatim', 'vite'),
    server: { hmr: { overlay: false }, watch: { ignored: [/\/\.verbatim\/(?!astro(?:\/|$))/] } },
    // The only package in the browser is one module: to bundle it would take longer than to load it.
    optimizeDeps: { noDiscovery: true },
  };
}
