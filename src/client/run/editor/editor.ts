/** What an editor is opened with. */
export interface EditorOptions {
  /** The `pre` of the figure, whose lines become editable in its place. */
  readonly code: HTMLElement;
  /** The whole file that the figure shows lines of. */
  readonly source: string;
  /** Called when the reader presses Control or Command and Enter. */
  readonly onRun: () => void;
  /** Name of the editor for those who hear the page: `Code of first_threads`. */
  readonly label: string;
}

/** Code that a reader changes. All lines are numbered as in the file. */
export interface Editor {
  /** The whole file, with what the reader changed in it. */
  readonly source: () => string;
  /** Takes back what the reader changed. */
  reset(): void;
  /** Marks a line of `source()`, such as that of an error, and scrolls to it; nothing removes the mark. */
  mark(line: number | undefined): void;
  /** Shows the code as written again. */
  close(): void;
}
