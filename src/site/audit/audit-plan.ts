import { digest, type Recording, type Recordings } from '../../core/verdict/recording.ts';
import type { LedgerEntry } from '../../core/ledger/ledger.ts';
import type { VerdictKind } from '../../core/verdict/verdict.ts';
import type { Verification } from '../../runner/commands/verify.ts';

/** What a site may show of one example, read from the ledger and not from what renders the pages. */
export interface AuditedExample {
  /** Relative to the project, and to the site. */
  readonly file: string;
  /** `verified`, or the first verdict that falls short. */
  readonly verdict: VerdictKind;
  /** Absent if the example's own block or markers are wrong. */
  readonly source?: string | undefined;
  /** What this build verified: first what holds for all versions, then what single versions print. */
  readonly recordings: readonly Pick<Recording, 'out' | 'err' | 'variant'>[];
}

/** What every page of a site is compared with. It can be sent to another thread. */
export interface AuditPlan {
  readonly examples: ReadonlyMap<string, AuditedExample>;
  /** The Markdown edition of each article, by the article's path. */
  readonly editions: ReadonlyMap<string, string>;
}

export function auditPlan(
  { ledger, examples, recordings }: Verification,
  editions: ReadonlyMap<string, string>,
): AuditPlan {
  const byId = Map.groupBy(ledger.entries, ({ id }) => id);
  const audited = [...byId].map(([id, entries]): [string, AuditedExample] => [
    id,
    {
      file: entries[0]?.file ?? '',
      verdict: entries.find(({ verdict }) => verdict !== 'verified')?.verdict ?? 'verified',
      source: examples.get(id)?.source,
      recordings: all(recordings.get(id))
        .filter(recording => isVerified(recording, entries))
        .map(({ out, err, variant }) => ({ out, err, variant })),
    },
  ]);
  return { examples: new Map(audited), editions };
}

function all(recordings: Recordings | undefined): Recording[] {
  const { base, variants = new Map<string, Recording>() } = recordings ?? {};
  return [...(base === undefined ? [] : [base]), ...variants.values()];
}

/** Whether an interpreter verified this very recording, by its digest. */
function isVerified(recording: Recording, entries: readonly LedgerEntry[]): boolean {
  const proving = entries.filter(
    ({ verdict, variant }) => verdict === 'verified' && variant === recording.variant,
  );
  return proving.length > 0 && proving.every(entry => entry.recording === digest(recording));
}
