/** Something a person has to mend: where it is, what is wrong, and what to do about it. */
export interface Problem {
  /** Path as the person knows it, relative to the project, with forward slashes. */
  readonly file: string;
  /** 1-based; absent when the whole file is meant. */
  readonly line?: number | undefined;
  /** 1-based. */
  readonly column?: number | undefined;
  /** One sentence: what happened. */
  readonly title: string;
  /** Lines that show it: a diff, a traceback, the names that exist. */
  readonly detail?: string | undefined;
  /** What to do: a command or the text to paste. It is the last line of every message. */
  readonly remedy?: string | undefined;
}

/** A place in a file of the project. */
export type SourcePlace = Required<Pick<Problem, 'file' | 'line' | 'column'>>;

/** Exit codes of all commands. */
export const EXIT = { ok: 0, fellShort: 1, usage: 2, noPython: 3, interrupted: 130 } as const;

/** Thrown at the edge only: stops a command with the problems that it prints, and its exit code. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problems: readonly Problem[];
  readonly exitCode: number;

  constructor(problems: readonly Problem[], exitCode: number = EXIT.fellShort) {
    super(problems.map(problem => `${location(problem)} ${problem.title}`).join('\n'));
    this.problems = problems;
    this.exitCode = exitCode;
  }
}

/** `file:line:column`, as far as it is known. */
export function location({ file, line, column }: Pick<Problem, 'file' | 'line' | 'column'>): string {
  return [file, line, line === undefined ? undefined : column].filter(part => part !== undefined).join(':');
}

/** In the order of their places. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) =>
    a.file === b.file
      ? (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || (a.title < b.title ? -1 : 1)
      : a.file < b.file
        ? -1
        : 1,
  );
}
