// Types alone: figures have them, and what builds them imports figures.

/** Where one thread waits: `Ada`, in `Lock.acquire` for `paper`, which `Bob` holds, in line 14. */
export interface WaitSentence {
  readonly name: string;
  readonly call: string;
  /** What it waits for; absent if nothing has a name. */
  readonly on?: string | undefined;
  /** Who holds that, `it` for the thread itself; absent if no thread does. */
  readonly holder?: string | undefined;
  /** The number of the line in the file, and its text. */
  readonly line: string;
  readonly code: string;
}

/** What a page shows of a run that got stuck. */
export interface HangBlock {
  /** A line that is no sentence of the recording's form is shown as it is. */
  readonly waits: readonly (WaitSentence | string)[];
  /** Who waits for whom, from a thread to itself; absent if there is no circle. */
  readonly circle?: readonly string[] | undefined;
}

/** What was counted under one version of Python. */
export interface CountedVersion {
  /** The minor versions, for the head of a column: `3.13 free-threaded`. */
  readonly label: string;
  /** Those versions in full. */
  readonly python: string;
  /** Tag of the only version whose counts they are. */
  readonly tag?: string | undefined;
  readonly runs: number;
}

/** One of the outputs that a race may have. */
export interface OutcomeRow {
  /** The output, as text and as a panel shows it. */
  readonly prints: string;
  readonly html: string;
  readonly meaning: string;
  /** How often each version printed it. */
  readonly counts: readonly number[];
}

/** What a page shows of a race, in the place of its output. */
export interface OutcomesTable {
  readonly versions: readonly CountedVersion[];
  readonly rows: readonly OutcomeRow[];
}
