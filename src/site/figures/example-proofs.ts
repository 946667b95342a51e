import type { Example } from '../../core/example/example.ts';
import type { LedgerEntry } from '../../core/ledger/ledger.ts';
import type { Recording, Recordings } from '../../core/verdict/recording.ts';
import { tagOf, type Interpreter } from '../../core/python-version.ts';
import type { Verification } from '../../runner/commands/verify.ts';

/** A recording that this build proved, and by which builds of CPython. */
export interface ProvedRecording {
  readonly recording: Recording;
  readonly pythons: readonly Pick<Interpreter, 'version' | 'gil'>[];
}

/** What is known of one example. */
export interface Proof {
  /** The verdict that its page tells: the first that falls short, or else the first of all. */
  readonly entry: LedgerEntry;
  /** One for each interpreter. */
  readonly entries: readonly LedgerEntry[];
  /** Absent where the example's own block or markers are wrong. */
  readonly example?: Example | undefined;
  /** The recordings that a page may show, that for all versions first. Empty unless all that ran it verified it. */
  readonly proved: readonly ProvedRecording[];
  /** What was recorded, whether or not this build proved it, that for all versions first. */
  readonly recorded: readonly Recording[];
  /** Tags of versions whose recordings nothing ran in this build. */
  readonly unproved: readonly string[];
}

/** Proofs by id. */
export type Proofs = ReadonlyMap<string, Proof>;

export function collectProofs({ ledger, examples, recordings }: Verification): Proofs {
  const byId = Map.groupBy(ledger.entries, ({ id }) => id);
  return new Map(
    [...byId].map(([id, entries]) => [
      id,
      proofOf(entries as [LedgerEntry, ...LedgerEntry[]], examples.get(id), recordings.get(id)),
    ]),
  );
}

/** An example that nothing ran; of a broken one, its names alone. */
export function unrun(
  example: Example | { readonly id: string; readonly file: string },
  recordings?: Recordings,
): Proof {
  return proofOf(
    [{ id: example.id, file: example.file, verdict: 'unrecorded', problems: [] }],
    'contract' in example ? example : undefined,
    recordings,
  );
}

/** What the entries of one example, with its recordings, come to. */
export function proofOf(
  entries: readonly [LedgerEntry, ...LedgerEntry[]],
  example: Example | undefined,
  recordings: Recordings | undefined,
): Proof {
  const short = entries.find(({ verdict }) => verdict !== 'verified');
  const all = [recordings?.base, ...(recordings?.variants.values() ?? [])].filter(
    recording => recording !== undefined,
  );
  const proved = all
    .map(recording => ({
      recording,
      pythons: entries.flatMap(({ verdict, variant, python, gil = true }) =>
        verdict === 'verified' && variant === recording.variant && python !== undefined
          ? [{ version: python, gil }]
          : [],
      ),
    }))
    .filter(({ pythons }) => pythons.length > 0);
  // That for all versions is named by the one that it was accepted on.
  const idle =
    proved.length === 0 ? [] : all.filter(({ variant }) => !entries.some(entry => entry.variant === variant));
  const unproved = idle.flatMap(
    ({ variant, receipt }) =>
      variant ?? (receipt === undefined ? [] : tagOf({ version: receipt.python, gil: receipt.gil ?? true })),
  );
  return {
    entry: short ?? entries[0],
    entries,
    example,
    proved: short === undefined ? proved : [],
    recorded: all,
    unproved,
  };
}
