/** What of a run a recording may hold. */
export const STREAMS = ['out', 'err', 'waits'] as const;
export type Stream = (typeof STREAMS)[number];

/** What readers call a stream. */
export const STREAM_NAMES = {
  out: 'Output',
  err: 'Error output',
  waits: 'Where it hangs',
} as const satisfies Record<Stream, string>;

/** What a run printed, as text. */
export interface PrintedText {
  readonly out: string;
  /** Absent if stderr is not part of the output. */
  readonly err?: string | undefined;
  /** Where each thread waits, of an example that hangs; absent for the others. */
  readonly waits?: string | undefined;
  /** The files that its contract names, by name; absent if it names none. */
  readonly artifacts?: ReadonlyMap<string, Uint8Array> | undefined;
  /** Of a watched run, what it printed: its `out` is the timeline. */
  readonly besides?: PrintedText | undefined;
  /** Whether other programs used the cores that the example needs: its measured numbers then mean nothing. */
  readonly underContention?: boolean | undefined;
}
