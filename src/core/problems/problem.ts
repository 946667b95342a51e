/** Something that a person has to mend: where it is, what is wrong, and what to do about it. */
export interface Problem {
  /** Path relative to the project, with forward slashes. */
  readonly file: string;
  /** 1-based; absent if the whole file is meant. */
  readonly line?: number | undefined;
  /** 1-based. */
  readonly column?: number | undefined;
  /** One sentence: what happened. */
  readonly title: string;
  /** Lines that show it: a diff, a traceback, the names that exist. */
  readonly detail?: string | undefined;
  /** What to do: a command, or the text to paste. It is the last line of every message. */
  readonly remedy?: string | undefined;
  /** `CPython 3.13.0`: the interpreter that has it, if the example ran under several. */
  readonly python?: string | undefined;
}

/** The title of a problem that stands alone: with its interpreter. */
export const fullTitle = ({ python, title }: Pick<Problem, 'python' | 'title'>): string =>
  python === undefined ? title : `${python}: ${title}`;

/** A position in a file of the project. */
export type SourcePosition = Required<Pick<Problem, 'file' | 'line' | 'column'>>;

/** Exit codes of all commands. */
export const EXIT = { ok: 0, fellShort: 1, usage: 2, noPython: 3, interrupted: 130 } as const;

/** Stops a command with the problems that it prints, and with its exit code. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problems: readonly Problem[];
  readonly exitCode: number;

  constructor(problems: readonly Problem[], exitCode: number = EXIT.fellShort) {
    super(problems.map(problem => `${location(problem)} ${fullTitle(problem)}`).join('\n'));
    this.problems = problems;
    this.exitCode = exitCode;
  }
}

/** Stops a command because of one problem. */
export const refusal = (problem: Problem, exitCode: number = EXIT.usage): ProblemError =>
  new ProblemError([problem], exitCode);

/** `file:line:column`, as far as it is known. */
export function location({ file, line, column }: Pick<Problem, 'file' | 'line' | 'column'>): string {
  return [file, line, line === undefined ? undefined : column].filter(part => part !== undefined).join(':');
}

/** Each problem once: an example that is shown twice has its problems once. */
export function uniqueProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()];
}

/** Sorts problems by file, line, column and title. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
  return problems.toSorted(
    (a, b) =>
      compareText(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compareText(a.title, b.title),
  );
}
