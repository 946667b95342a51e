import { ProblemError } from '../../core/problems/problem.ts';
import { provideFigures } from '../figures/figure-registry.ts';
import { type AstroFailure, astroProblem } from '../prepare/astro-problem.ts';
import type { PreparedSite } from '../prepare/prepared-site.ts';
import { astroConfig } from './astro-config.ts';

/** Renders all pages with Astro into the new folder `outDir`. @throws ProblemError for what Astro refuses */
export async function renderSite(prepared: PreparedSite, outDir: string): Promise<void> {
  provideFigures(prepared.figures);
  useProductionMode();
  // For a build that `scripts/bootstrap.mjs` did not start.
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // Loading Astro takes a second, and a site with problems does not need it.
  const { build } = await import('astro');
  try {
    await build({
      ...astroConfig({ prepared, outDir }),
      root: prepared.root,
      configFile: false,
      logLevel: 'silent',
    });
  } catch (error) {
    if (error instanceof ProblemError || isSystemError(error)) throw error;
    throw new ProblemError([astroProblem(error as AstroFailure, prepared.root)]);
  }
}

/**
 * Keeps the caller's environment out of the pages. Astro lets variables such as `DEV=1` replace
 * `import.meta.env.DEV`, and for Vite any NODE_ENV except `production` is development. Pages would then have
 * no Content-Security-Policy.
 */
function useProductionMode(): void {
  process.env.NODE_ENV = 'production';
  for (const name of ['DEV', 'PROD', 'MODE', 'SSR', 'BASE_URL', 'SITE', 'ASSETS_PREFIX'])
    delete process.env[name];
}

/** Whether the operating system refused a file. The command line has its own message for that. */
function isSystemError(error: unknown): boolean {
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  return code !== undefined && path !== undefined && syscall !== undefined;
}
