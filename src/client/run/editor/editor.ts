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

/** Code that a reader changes. Its lines have the numbers of the file. */
export interface Editor {
  /** The whole file, with what the reader changed in it. */
  readonly source: () => string;
  /** Takes back what the reader changed; the reader can undo that. */
  readonly reset: () => void;
  /**
   * Marks a line of `source()`, such as that of an error, and shows it; the next change removes the mark.
   * @returns whether the editor has the line
   */
  readonly mark: (line: number | undefined) => boolean;
  /** Shows the code as written again. */
  readonly close: () => void;
}
