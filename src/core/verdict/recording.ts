import { hash } from 'node:crypto';
import type { PrintedText } from '../contract/printed-text.ts';

/** The accepted output of an example, with the evidence that a run printed it. */
export interface Recording extends PrintedText {
  readonly receipt?: Receipt | undefined;
  /** Tag of the only version that it is for; absent for the recording of all other versions. */
  readonly variant?: string | undefined;
}

/** The recordings of one example. */
export interface Recordings {
  /** The recording for all versions without one of their own. */
  readonly base?: Recording | undefined;
  /** Recordings of single versions, by tag, sorted like interpreters. */
  readonly variants: ReadonlyMap<string, Recording>;
}

/** The recording that an interpreter of this tag has to match. */
export function recordingFor({ base, variants }: Recordings, tag: string): Recording | undefined {
  return variants.get(tag) ?? base;
}

/** What `record` writes about a recording. It tells a recorded output from one that was edited by hand. */
export interface Receipt {
  /** Digest of the recording's bytes. */
  readonly sha256: string;
  /** Version of the CPython that printed it. */
  readonly python: string;
  /** `false` if that was a free-threaded build; absent for the others. */
  readonly gil?: boolean | undefined;
  /** Runs that agreed under the contract before it was accepted. */
  readonly runs: number;
}

/** Digest of the streams of an output. */
export function digest({ out, err }: PrintedText): string {
  return hash('sha256', JSON.stringify([out, err ?? null]));
}

/** Whether the recording is, byte for byte, what `record` wrote. */
export function isAuthentic(recording: Recording): boolean {
  return recording.receipt?.sha256 === digest(recording);
}
