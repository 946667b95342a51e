import { createHash } from 'node:crypto';
import type { Output } from './run.ts';

/** The accepted output of an example, and what it was accepted on. */
export interface Recording extends Output {
  readonly receipt?: Receipt | undefined;
}

/** Written by `record` beside the recording: tells a hand-edited recording from a recorded one. */
export interface Receipt {
  /** Digest of the recording's bytes. */
  readonly sha256: string;
  /** Version of the CPython that printed it. */
  readonly python: string;
  /** Runs that agreed under the contract before it was accepted. */
  readonly runs: number;
}

/** Digest of an output's streams; the length of the first keeps them apart. */
export function digest({ out, err }: Output): string {
  return createHash('sha256').update(JSON.stringify([out, err ?? null])).digest('hex');
}

/** Whether the recording is, byte for byte, what `record` wrote. */
export function isAuthentic(recording: Recording): boolean {
  return recording.receipt?.sha256 === digest(recording);
}
