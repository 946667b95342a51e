import { hash } from 'node:crypto';
import { z } from 'zod';
import type { PrintedText } from '../printed-text.ts';
import type { Problem } from '../problems/problem.ts';
import { fingerprint } from '../text/hash.ts';

/** The accepted output of an example, with the evidence that a run printed it. */
export interface Recording extends PrintedText {
  readonly receipt?: Receipt | undefined;
  /** Tag of the only version that it is for; absent for the recording of all other versions. */
  readonly tag?: string | undefined;
}

/** The recordings of one example. */
export interface Recordings {
  /** The recording for all versions without one of their own. */
  readonly base?: Recording | undefined;
  /** Recordings of single versions, by tag, sorted like interpreters. */
  readonly versions: ReadonlyMap<string, Recording>;
}

/** The recording that an interpreter of this tag has to match. */
export function recordingFor({ base, versions }: Recordings, tag: string): Recording | undefined {
  return versions.get(tag) ?? base;
}

/** What `recordings.json` holds about a recording. It distinguishes a recorded output from an edited one. */
export const receiptSchema = z.object({
  /** Digest of the recording's streams. */
  sha256: z.string(),
  /** Version of the CPython that printed it. */
  python: z.string(),
  /** `false` if that was a free-threaded build; absent for the others. */
  gil: z.literal(false).optional(),
  /** Runs that agreed under the contract before it was accepted. */
  runs: z.number(),
});

export type Receipt = Readonly<z.output<typeof receiptSchema>>;

/** Digest of the streams of an output, and of its files with their names. */
export function digest({ out, err, waits, artifacts }: PrintedText): string {
  const files = [...(artifacts ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const parts = [
    ...(waits === undefined ? [] : [waits]),
    // Recordings without artifacts keep the digest that they had before there were any.
    ...(files.length === 0 ? [] : [files.map(([name, bytes]) => [name, fingerprint([bytes])])]),
  ];
  return hash('sha256', JSON.stringify([out, err ?? null, ...parts]));
}

/** Whether the recording is, byte for byte, what `record` wrote. */
export function isAuthentic(
  recording: Recording | undefined,
): recording is Recording & { readonly receipt: Receipt } {
  return recording !== undefined && recording.receipt?.sha256 === digest(recording);
}

/** What the recording holds, if it is what a run printed; nothing else is compared with a run. */
export function trusted(recording: Recording | undefined): PrintedText | undefined {
  return isAuthentic(recording) ? recording : undefined;
}

/**
 * What recording an example changes: the recording for all versions, or that of one version (`tag` is its
 * tag). `change` is the difference, empty if only the receipt is new. `because` is why it ran `runs` times,
 * if that is more than usual. A redundant recording is removed.
 */
export type RecordingChange =
  | {
      readonly kind: 'recorded';
      readonly id: string;
      readonly tag?: string;
      readonly change: string;
      readonly runs?: number;
      readonly because?: string;
    }
  | { readonly kind: 'removed'; readonly id: string; readonly tag: string };

/** All changes of an example's recordings. A person accepts or declines them together. */
export interface Proposal {
  readonly id: string;
  /** At least one. */
  readonly changes: readonly RecordingChange[];
}

/** The outcome of recording one example. */
export type RecordResult =
  | RecordingChange
  | { readonly kind: 'unchanged'; readonly id: string }
  | (Proposal & { readonly kind: 'declined' })
  | { readonly kind: 'refused'; readonly id: string; readonly problems: readonly Problem[] };
