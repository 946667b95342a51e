import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import { isSound, type Ledger, ledgerText } from '../../core/ledger/ledger.ts';
import { readChecked, writeChecked } from '../files/state-file.ts';
import { cachedInstallationDigest } from '../python/installation-digest.ts';

/** What is remembered of a check: what it read, the installations of its interpreters by path, and what it said. */
interface Remembered {
  readonly key: string;
  readonly installations: readonly (readonly [path: string, digest: string | undefined])[];
  readonly ledger: Ledger;
  /** Digest of that ledger as it is written. */
  readonly written: string;
}

/** The ledger of an earlier check that holds as it is, and whether it is still the one that is kept. */
export interface Unchanged {
  readonly ledger: Ledger;
  readonly isKept: boolean;
}

/**
 * The ledger of the last check, where that read just what this one would read, judged by the same rules, and all of it was verified from kept runs:
 * then nothing has to be judged again. Undefined otherwise.
 */
export function recallCheck(root: string, key: string): Unchanged | undefined {
  const remembered = readChecked(fileOf(root)) as Remembered | undefined;
  if (remembered?.key !== key) return undefined;
  const same = remembered.installations.every(
    ([path, digest]) =>
      digest !== undefined && cachedInstallationDigest(path, join(root, '.verbatim')) === digest,
  );
  return same ? { ledger: remembered.ledger, isKept: remembered.written === digestOfKept(root) } : undefined;
}

/** Remembers a check, if there was nothing to run and nothing to complain about. @param key what it was asked, from before it read anything */
export async function rememberCheck(root: string, key: string, ledger: Ledger): Promise<void> {
  if (
    ledger.part !== undefined ||
    !isSound(ledger, false) ||
    !ledger.entries.every(({ cached, verdict }) => cached === true || verdict === 'skipped')
  )
    return;
  const used = new Set(ledger.entries.map(({ python, gil }) => `${python} ${gil}`));
  const paths = ledger.interpreters
    .filter(({ version, gil }) => used.has(`${version} ${gil}`))
    .map(({ path }) => path);
  await writeChecked(fileOf(root), {
    key,
    installations: paths.map(path => [path, cachedInstallationDigest(path, join(root, '.verbatim'))]),
    ledger,
    written: fingerprint([ledgerText(ledger)]),
  } satisfies Remembered);
}

function digestOfKept(root: string): string | undefined {
  const file = join(root, '.verbatim', 'ledger.json');
  return existsSync(file) ? fingerprint([readFileSync(file)]) : undefined;
}

function fileOf(root: string): string {
  return join(root, '.verbatim', 'unchanged.json');
}
