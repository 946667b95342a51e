import type { LedgerEntry } from '../core/ledger/ledger.ts';

/** Where a progress line goes: standard error, or what stands for it in a test. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** A line that says how far a verification is. On anything but a terminal it says nothing. */
export interface Progress {
  readonly onVerdict: (entry: Pick<LedgerEntry, 'id'>, done: number, total: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

const CLEAR = '\r\u001B[K';

export function progressLine(stream: ProgressStream): Progress {
  if (stream.isTTY !== true) return { onVerdict: () => undefined, end: () => undefined };
  return {
    onVerdict: ({ id }, done, total) =>
      void stream.write(`${CLEAR}${`${done} of ${total}  ${id}`.slice(0, (stream.columns || 80) - 1)}`),
    end: () => void stream.write(CLEAR),
  };
}
