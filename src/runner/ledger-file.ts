import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Ledger } from '../core/ledger.ts';

/** Keeps the ledger of the last verification in `.verbatim/ledger.json`, whole or not at all. */
export async function saveLedger(root: string, ledger: Ledger): Promise<void> {
  await mkdir(join(root, '.verbatim'), { recursive: true });
  await writeFileAtomic(join(root, '.verbatim', 'ledger.json'), `${JSON.stringify(ledger, null, 2)}\n`);
}
