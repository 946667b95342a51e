import { relative } from 'node:path';
import type { Problem } from '../../core/problems/problem.ts';

/** What Astro and Vite add to the errors that they throw. */
export type AstroFailure = Error & {
  readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number };
  readonly hint?: string;
};

/** An error of Astro → a problem: wrong front matter, a missing image, a component that throws. */
export function astroProblem({ name, message, stack, loc, hint }: AstroFailure, root: string): Problem {
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
