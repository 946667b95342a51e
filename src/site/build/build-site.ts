import './limit-memory.ts';
import { join, relative } from 'node:path';
import { isSound, isStrict } from '../../core/ledger/ledger.ts';
import { type Problem, ProblemError } from '../../core/problems/problem.ts';
import { summary } from '../../report/formats/text.ts';
import { datesBelow } from '../../runner/git/commit-dates.ts';
import { CONTENT } from '../../core/project-paths.ts';
import { Drawing } from '../social-cards/card-queue.ts';
import { Finisher } from '../output/output-worker.ts';
import { siteIdentity } from '../incremental/inputs-digest.ts';
import { buildKey, recallBuild } from '../incremental/previous-build.ts';
import { Stopwatch } from './build-timings.ts';
import { sweep, UNPUBLISHED } from './publish-atomically.ts';
import { type Begun, leaveBegun, verifySite } from './build-handoff.ts';

/**
 * Builds the site into `dist/`: examples are verified first, and every block is read back afterwards. Where all that it is made of is
 * what the last build was made of, and `dist/` is still what that left there, nothing is left to do. @throws ProblemError
 */
export async function buildSite(root: string): Promise<void> {
  const begun = await begin(root, isStrict(process.env.CI));
  if (begun === undefined) return;
  leaveBegun(begun);
  // Loaded only now: that alone takes longer than to see that nothing has changed.
  const { build } = await import('astro');
  try {
    await build({ root, logLevel: 'silent' });
  } catch (error) {
    // What other threads have begun is for nothing now.
    await Promise.all([begun.finisher.close(), begun.cards.stop()]);
    if (error instanceof ProblemError) throw error;
    throw isRefused(error) ? error : new ProblemError([problemOf(error as AstroFailure, root)]);
  }
}

/** What a build begins with; undefined where nothing is left to do. @param strict whether nothing of the last build counts */
async function begin(root: string, strict: boolean): Promise<Begun | undefined> {
  const watch = new Stopwatch();
  const before = performance.now();
  await sweep(root);
  const verification = await verifySite({ root, strict, runs: process.env.VERBATIM_RUNS });
  watch.lap('verify');
  const dates = await datesBelow(root, CONTENT);
  const code = siteIdentity(root, process.env);
  const key = strict ? undefined : buildKey(root, code, verification, dates);
  const known =
    key !== undefined && isSound(verification.ledger, strict) ? recallBuild(root, key) : undefined;
  if (known === undefined) {
    const finisher = new Finisher({ root, dist: join(root, UNPUBLISHED), code, reuse: !strict });
    return {
      verification,
      dates,
      key,
      finisher,
      cards: new Drawing(),
      seconds: (performance.now() - before) / 1000,
    };
  }
  watch.lap('audit');
  watch.report(root, { pages: [], others: 0, kept: known.files });
  console.info(summary(verification.ledger));
  console.info(
    `Nothing has changed: the ${known.pages} pages in dist/, and all else there, are byte for byte what the last build read back.`,
  );
  return undefined;
}

/** Whether the operating system refused a file: the edge tells it in words. */
function isRefused(error: unknown): boolean {
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  return code !== undefined && path !== undefined && syscall !== undefined;
}

/** What Astro and Vite put on the errors that they throw. */
type AstroFailure = Error & {
  readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number };
  readonly hint?: string;
  readonly title?: string;
};

/** An error of Astro's → a problem: front matter that does not fit, an image that is missing, a component that throws. */
function problemOf({ name, message, stack, loc, hint }: AstroFailure, root: string): Problem {
  const [first = name, ...rest] = message.replaceAll('**', '').split('\n');
  return {
    file: loc?.file === undefined ? 'astro.config.mjs' : relative(root, loc.file),
    // Astro says 0 where it does not know.
    line: loc?.line || undefined,
    column: loc?.line ? loc.column : undefined,
    title: `${first}`,
    detail:
      loc?.file === undefined
        ? stack
        : rest
            .filter(line => line.trim() !== '')
            .map(line => `    ${line.trim()}`)
            .join('\n') || undefined,
    remedy: hint,
  };
}
