/** The part of a contract that is about how a run ends, and which streams are its output. */
interface EndOfRun {
  readonly exit?: number | undefined;
  readonly raises?: string | undefined;
  readonly stderr?: boolean | undefined;
  readonly terminal?: unknown;
}

/** Whether the contract makes stderr part of the output, as one of its own. In a terminal there is one. */
export function showsStderr({
  stderr,
  raises,
  terminal,
}: Pick<EndOfRun, 'stderr' | 'raises' | 'terminal'>): boolean {
  return terminal === undefined && (stderr === true || raises !== undefined);
}

/** It carries an exit code of its own, and leaves no traceback. */
export const SYSTEM_EXIT = 'SystemExit';
/** After it CPython ends itself with SIGINT, which shells call the exit code 130. */
export const [INTERRUPT, INTERRUPT_EXIT] = ['KeyboardInterrupt', 130] as const;

/** The exit code of CPython after an uncaught exception. */
export function exitOf(raises: unknown): number {
  return raises === INTERRUPT ? INTERRUPT_EXIT : 1;
}

/** The exit code that the contract expects. */
export function expectedExit({ exit, raises }: Pick<EndOfRun, 'exit' | 'raises'>): number {
  return exit ?? (raises === undefined ? 0 : exitOf(raises));
}
