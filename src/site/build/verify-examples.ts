import { type Verification, verify } from '../../runner/commands/verify.ts';
import { readRuns, saveLedger } from '../../runner/files/result-files.ts';
import { EXAMPLES } from '../../core/project-paths.ts';

export interface VerifyExamplesOptions {
  readonly root: string;
  /** Whether every example runs anew, in a sandbox. */
  readonly strict: boolean;
  /** File of verified runs that are judged in place of new ones, relative to `root`; absent: none. */
  readonly runs?: string | undefined;
}

/** Verifies all examples of the site, and saves the ledger. */
export async function verifyExamples({ root, strict, runs }: VerifyExamplesOptions): Promise<Verification> {
  const verification = await verify({
    root,
    examples: EXAMPLES,
    sandbox: strict ? 'required' : 'auto',
    reuse: !strict,
    given: runs === undefined ? [] : readRuns(root, runs),
  });
  await saveLedger(root, verification.ledger);
  return verification;
}
