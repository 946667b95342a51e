/**
 * File descriptor to which the shell around a program reports. The program does not have it: the shell closes
 * it first. All the same, nothing comes from it alone that counts for a verdict: what a program could hide is
 * killed, and what it could claim it may do by itself.
 */
export const SHELL_FD = 4;

/** File descriptor to which the shell in a sandbox sends the files that a contract names. */
export const FILES_FD = 5;

/** The line that a shell around the program reports when the program has ended. */
export const PROGRAM_ENDED = 'ended';

/** How a line begins that names a process which the program has left behind: its command line follows. */
export const PROCESS_LEFT = 'left';

/** What the shell around a program reported. */
interface ShellReport {
  /** Whether it lived to report the end of its program. */
  readonly hasEnded: boolean;
  /** Command lines of the processes that the program left behind, as they are. */
  readonly left: readonly string[];
}

/** Parses the bytes that came through `SHELL_FD`. */
export function parseShellReport(bytes: Uint8Array): ShellReport {
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  return {
    hasEnded: lines.includes(PROGRAM_ENDED),
    left: lines.flatMap(line => (line.startsWith(`${PROCESS_LEFT} `) ? [line.slice(5)] : [])),
  };
}
