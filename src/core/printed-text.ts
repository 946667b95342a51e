/** The streams of a run that a recording may hold. */
export const STREAMS = ['out', 'err'] as const;
export type Stream = (typeof STREAMS)[number];

/** What readers call a stream. */
export const STREAM_NAMES = { out: 'Output', err: 'Error output' } as const satisfies Record<Stream, string>;

/** What a run printed, as text. */
export interface PrintedText {
  readonly out: string;
  /** Absent if stderr is not part of the output. */
  readonly err?: string | undefined;
  /** Whether other programs used the cores that the example needs: its measured numbers then mean nothing. */
  readonly underContention?: boolean | undefined;
}
