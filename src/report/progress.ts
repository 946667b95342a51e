import type { LedgerEntry } from '../core/ledger/ledger.ts';
import { printError } from './print.ts';
import { escapeLine } from './text.ts';

/** The part of a terminal stream that the progress line uses. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows how far a verification is. */
export interface Progress {
  readonly onVerdict: (entry: Pick<LedgerEntry, 'id'>, done: number, total: number) => void;
  /** Removes the line. */
  readonly end: () => void;
}

const CLEAR = '\r\u001B[K';

/** One line that rewrites itself on a terminal; nothing in a log. */
export function progressLine(stream: ProgressStream): Progress {
  if (stream.isTTY !== true) return { onVerdict: () => undefined, end: () => undefined };
  const width = (stream.columns || 80) - 1;
  return {
    onVerdict: ({ id }, done, total) =>
      stream.write(CLEAR + `${done} of ${total}  ${escapeLine(id)}`.slice(0, width)),
    end: () => stream.write(CLEAR),
  };
}

/** Says that packages are being installed, which takes a while. @param count of sets of packages */
export function announceInstall(count: number): void {
  printError(`Installing packages of samples (${count} ${count === 1 ? 'set' : 'sets'}, once) …`);
}
