import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Ledger, ledgerText } from '../core/ledger.ts';
import { orProblem } from '../core/mishap.ts';
import { sweepUnfinished, writeWhole } from './write-whole.ts';

/** Keeps the ledger of the last verification in `.verbatim/ledger.json`, whole or not at all. @throws ProblemError where it cannot be written */
export async function saveLedger(root: string, ledger: Ledger): Promise<void> {
  const folder = join(root, '.verbatim');
  await orProblem('.verbatim/ledger.json', () => {
    mkdirSync(folder, { recursive: true });
    sweepUnfinished(folder);
    writeWhole(join(folder, 'ledger.json'), ledgerText(ledger));
  });
}
