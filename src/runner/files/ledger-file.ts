import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ledger, ledgerText } from '../../core/ledger/ledger.ts';
import { withFileProblem } from '../../core/problems/system-error.ts';
import { refusal } from '../../core/problems/problem.ts';
import { STATE_PATHS } from './state-paths.ts';
import { writeAtomically } from './atomic-write.ts';

/** Writes the ledger of the last verification. @throws ProblemError if it cannot be written */
export async function saveLedger(root: string, ledger: Ledger): Promise<void> {
  const file = STATE_PATHS.ledger;
  await withFileProblem(file, () => writeAtomically(join(root, file), ledgerText(ledger)));
}

/** A ledger as `saveLedger` wrote it. @throws ProblemError if it cannot be read, or is none */
export async function readLedger(file: string): Promise<Ledger> {
  const text = await withFileProblem(file, () => readFileSync(file, 'utf8'));
  try {
    const ledger = JSON.parse(text) as Ledger;
    if (Array.isArray(ledger.entries) && Array.isArray(ledger.problems)) return ledger;
  } catch {
    // Reported below, like any other text that is no ledger.
  }
  const remedy = `A check and a merge write one: ${STATE_PATHS.ledger}`;
  throw refusal({ file, title: 'This is no ledger.', remedy });
}
