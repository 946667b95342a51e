import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { STATE } from '../../core/project-paths.ts';
import { STATE_PATHS } from '../../runner/files/state-paths.ts';
import { devPlugin } from './dev-plugin.ts';

/**
 * What each page of a dev server has besides, by the stage at which Astro injects it: a script, and styles.
 */
export const DEV_SCRIPTS = [
  ['page', fileURLToPath(new URL('../../client/dev.ts', import.meta.url))],
  ['page-ssr', fileURLToPath(new URL('../../styles/dev.css', import.meta.url))],
] as const;

/** All state except the caches of this server. */
const UNWATCHED = new RegExp(`/${RegExp.escape(STATE)}/(?!${basename(STATE_PATHS.dev)}(?:/|$))`);

/**
 * Vite's settings for a dev server: no overlay covers the page, and files that the server itself writes are
 * not watched.
 */
export function devViteConfig(root: string): AstroConfig['vite'] {
  return {
    plugins: [devPlugin(root)],
    server: { hmr: { overlay: false }, watch: { ignored: [UNWATCHED] } },
    // Browsers get one package, which is one module: bundling it takes longer than loading it.
    optimizeDeps: { noDiscovery: true },
  };
}
