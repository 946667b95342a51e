import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ledger, ledgerText } from '../../core/ledger/ledger.ts';
import { withFileProblem } from '../../core/problems/system-error.ts';
import { EXIT, ProblemError } from '../../core/problems/problem.ts';
import { sweepUnfinished, writeWhole } from './atomic-write.ts';

/** Keeps the ledger of the last verification in `.verbatim/ledger.json`, whole or not at all. @throws ProblemError where it cannot be written */
export async function saveLedger(root: string, ledger: Ledger): Promise<void> {
  const folder = join(root, '.verbatim');
  await withFileProblem('.verbatim/ledger.json', () => {
    mkdirSync(folder, { recursive: true });
    sweepUnfinished(folder);
    writeWhole(join(folder, 'ledger.json'), ledgerText(ledger));
  });
}

/** A ledger as `saveLedger` wrote it. @throws ProblemError where it cannot be read, or is none */
export async function readLedger(file: string): Promise<Ledger> {
  const text = await withFileProblem(file, () => readFileSync(file, 'utf8'));
  try {
    const ledger = JSON.parse(text) as Ledger;
    if (Array.isArray(ledger.entries) && Array.isArray(ledger.problems)) return ledger;
  } catch {
    // Told below.
  }
  throw new ProblemError(
    [{ file, title: 'This is no ledger.', remedy: 'A check and a merge write one: .verbatim/ledger.json' }],
    EXIT.usage,
  );
}
