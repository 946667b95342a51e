import './give-memory-back.ts';
import { relative } from 'node:path';
import { build } from 'astro';
import { type Problem, ProblemError } from '../core/problem.ts';

/** Builds the site into `dist/`: examples are run first, and every block is read back afterwards. @throws ProblemError */
export async function buildSite(root: string): Promise<void> {
  try {
    await build({ root, logLevel: 'silent' });
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw isRefused(error) ? error : new ProblemError([problemOf(error as AstroFailure, root)]);
  }
}

/** Whether the operating system refused a file: the edge tells it in words. */
function isRefused(error: unknown): boolean {
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  return code !== undefined && path !== undefined && syscall !== undefined;
}

/** What Astro and Vite put on the errors that they throw. */
type AstroFailure = Error & { readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number }; readonly hint?: string; readonly title?: string };

/** An error of Astro's → a problem: front matter that does not fit, an image that is missing, a component that throws. */
function problemOf({ name, message, stack, loc, hint }: AstroFailure, root: string): Problem {
  const [first = name, ...rest] = message.replaceAll('**', '').split('\n');
  return {
    file: loc?.file === undefined ? 'astro.config.mjs' : relative(root, loc.file),
    // Astro says 0 where it does not know.
    line: loc?.line || undefined,
    column: loc?.line ? loc.column : undefined,
    title: `${first}`,
    detail: loc?.file === undefined ? stack : rest.filter((line) => line.trim() !== '').map((line) => `    ${line.trim()}`).join('\n') || undefined,
    remedy: hint,
  };
}
