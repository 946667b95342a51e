import { hash } from 'node:crypto';
import type { PrintedText } from '../contract/printed-text.ts';

/** The accepted output of an example, and what it was accepted on. */
export interface Recording extends PrintedText {
  readonly receipt?: Receipt | undefined;
  /** Tag of the interpreter that prints this and not what the others print; absent for the recording that holds for all others. */
  readonly variant?: string | undefined;
}

/** The recordings of one example: what holds for all versions, and what single versions print instead. */
export interface Recordings {
  readonly base?: Recording | undefined;
  /** Those of single versions, by tag, sorted: builds with the global interpreter lock first, and of each kind the newest. */
  readonly variants: ReadonlyMap<string, Recording>;
}

/** What an interpreter of this tag has to print. */
export function recordingFor({ base, variants }: Recordings, tag: string): Recording | undefined {
  return variants.get(tag) ?? base;
}

/** Written by `record` beside the recording: tells a hand-edited recording from a recorded one. */
export interface Receipt {
  /** Digest of the recording's bytes. */
  readonly sha256: string;
  /** Version of the CPython that printed it. */
  readonly python: string;
  /** `false` where that was a free-threaded build; absent for the others. */
  readonly gil?: boolean | undefined;
  /** Runs that agreed under the contract before it was accepted. */
  readonly runs: number;
}

/** Digest of an output's streams; the length of the first keeps them apart. */
export function digest({ out, err }: PrintedText): string {
  return hash('sha256', JSON.stringify([out, err ?? null]));
}

/** Whether the recording is, byte for byte, what `record` wrote. */
export function isAuthentic(recording: Recording): boolean {
  return recording.receipt?.sha256 === digest(recording);
}
