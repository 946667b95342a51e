import { relative } from 'node:path';
import { type Problem, ProblemError } from '../../core/problems/problem.ts';
import { provideFigures } from '../figures/figure-registry.ts';
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
    throw new ProblemError([problemOf(error as AstroFailure, prepared.root)]);
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

/** What Astro and Vite add to the errors that they throw. */
type AstroFailure = Error & {
  readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number };
  readonly hint?: string;
};

/** An error of Astro → a problem: wrong front matter, a missing image, a component that throws. */
function problemOf({ name, message, stack, loc, hint }: AstroFailure, root: string): Problem {
  const [title = name, ...rest] = message.replaceAll('**', '').split('\n');
  if (loc?.file === undefined) {
    const detail = process.env.DEBUG ? stack : undefined;
    return { file: 'astro.config.mjs', title, detail, remedy: hint ?? 'DEBUG=1 npm run build' };
  }
  const lines = rest.filter(line => line.trim() !== '').map(line => `    ${line.trim()}`);
  return {
    file: relative(root, loc.file),
    // Astro reports line 0 if it does not know the line.
    line: loc.line || undefined,
    column: loc.line ? loc.column : undefined,
    title,
    detail: lines.join('\n') || undefined,
    remedy: hint,
  };
}
