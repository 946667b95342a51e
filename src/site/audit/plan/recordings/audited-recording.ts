import type { LedgerEntry } from '../../../../core/ledger/ledger.ts';
import { buildOf, pythonName, pythonNames, tagOf } from '../../../../core/python-version.ts';
import { digest, type Recording, type Recordings } from '../../../../core/verdict/recording.ts';
import type { AuditedArtifact } from '../artifacts/audited-artifact.ts';

/** A recording that this build verified. */
export interface AuditedRecording extends Pick<Recording, 'out' | 'err' | 'waits' | 'tag'> {
  /** Versions that printed it again, in full: `3.14.10, 3.13.0 free-threaded`. */
  readonly python: string;
  /** The same, minor versions only. */
  readonly label: string;
  readonly receipt?: Recording['receipt'];
  /** The files that it left, in the order of the contract. */
  readonly artifacts: readonly AuditedArtifact[];
}

/** All recordings of an example; the one for all versions is first. */
export function recordingsOf(recordings: Recordings | undefined): Recording[] {
  const { base, versions = new Map<string, Recording>() } = recordings ?? {};
  return [...(base === undefined ? [] : [base]), ...versions.values()];
}

/** The build of CPython that an entry of the ledger names. */
export function buildThatRan({ python, gil = true }: LedgerEntry): { version: string; gil: boolean }[] {
  return python === undefined ? [] : [{ version: python, gil }];
}

/** Whether an interpreter verified this very recording, by its digest. */
export function isProved(recording: Recording, entries: readonly LedgerEntry[]): boolean {
  const proving = entries.filter(({ verdict, tag }) => verdict === 'verified' && tag === recording.tag);
  return proving.length > 0 && proving.every(entry => entry.recording === digest(recording));
}

/** What a site may show of a recording, without its artifacts. */
export function auditedRecording(
  { out, err, waits, tag, receipt }: Recording,
  entries: readonly LedgerEntry[],
): Omit<AuditedRecording, 'artifacts'> {
  const builds = entries.filter(entry => entry.tag === tag).flatMap(buildThatRan);
  const minors = builds.map(build => pythonName(buildOf(tagOf(build))));
  return {
    out,
    err,
    waits,
    tag,
    receipt,
    python: pythonNames(builds),
    label: [...new Set(minors)].join(', '),
  };
}

/** The recording for all versions is named by the version that it was accepted on. */
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
