import type { LedgerEntry } from '../../../../core/ledger/ledger.ts';
import { buildOf, pythonNames, tagOf } from '../../../../core/python-version.ts';
import type { Recording } from '../../../../core/verdict/recording.ts';

/** Versions whose recordings were not verified. That for all versions is named by the version that it was accepted on. */
export function otherVersions(
  all: readonly Recording[],
  entries: readonly LedgerEntry[],
): string | undefined {
  const tags = all
    .filter(({ tag }) => entries.every(entry => entry.tag !== tag))
    .flatMap(
      ({ tag, receipt }) =>
        tag ?? (receipt ? tagOf({ version: receipt.python, gil: receipt.gil ?? true }) : []),
    );
  return tags.length === 0 ? undefined : pythonNames(tags.map(buildOf));
}
