import type { Dates } from '../../runner/git/commit-dates.ts';
import { readRuns } from '../../runner/files/shard-file.ts';
import { saveLedger } from '../../runner/files/ledger-file.ts';
import { verify, type Verification } from '../../runner/commands/verify.ts';
import { EXAMPLES } from '../../core/project-paths.ts';
import type { Drawing } from '../social-cards/card-queue.ts';
import type { Finisher } from '../output/output-worker.ts';

export interface SiteVerifyOptions {
  readonly root: string;
  /** Whether everything is run anew, and sealed. */
  readonly strict: boolean;
  /** File of verified runs that are judged in place of new ones, relative to `root`; absent: none. */
  readonly runs?: string | undefined;
}

/** What a build began with, before Astro was loaded. */
export interface Begun {
  readonly verification: Verification;
  /** What git says of the articles. */
  readonly dates: Dates;
  /** Of all that the site is made of: `buildKey`; absent where no build is recalled. */
  readonly key?: string | undefined;
  /** It finds what still stands of the last site while Astro is loaded. */
  readonly finisher: Finisher;
  /** Draws while all else is done. */
  readonly cards: Drawing;
  /** Seconds that it took. */
  readonly seconds: number;
}

/** Astro loads its configuration, and with it this module, in its own way: the two share nothing but their process. */
const shared = globalThis as { verbatimBegun?: Begun | undefined };

/** Verifies all examples of the site, and keeps the ledger. */
export async function verifySite({ root, strict, runs }: SiteVerifyOptions): Promise<Verification> {
  const verification = await verify({
    root,
    examples: EXAMPLES,
    seal: strict ? 'required' : 'auto',
    reuse: !strict,
    given: runs === undefined ? [] : readRuns(root, runs),
  });
  await saveLedger(root, verification.ledger);
  return verification;
}

/** Leaves to the build that begins now what is known already. */
export function leaveBegun(begun: Begun): void {
  shared.verbatimBegun = begun;
}

/** What this build began with, once; absent where it began with nothing. */
export function takeBegun(): Begun | undefined {
  const begun = shared.verbatimBegun;
  shared.verbatimBegun = undefined;
  return begun;
}
