/** File descriptor to which the harness, and the shell in the sandbox, report to the runner. */
export const HARNESS_FD = 3;

/** The line that the sandbox reports if the program has left processes behind. */
export const PROCESSES_LEFT = 'left';

/** The line that a shell around the program reports when the program has ended. */
export const PROGRAM_ENDED = 'ended';

/** What was reported about a run. */
interface HarnessReport {
  /** The stacks of all threads, if they were asked for and the program answered. */
  readonly stacks?: string | undefined;
  /** CPU seconds of the run and its children; absent if not asked for, or if the program was killed. */
  readonly usedSeconds?: number | undefined;
  readonly hasLeftProcesses: boolean;
  /** Whether a shell around the program reported its end. */
  readonly hasEnded: boolean;
}

/**
 * Parses the bytes that came through `HARNESS_FD`.
 * @param workFolder that of the run; stacks name its files
 */
export function parseHarnessReport(bytes: Uint8Array, workFolder: string): HarnessReport {
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  const used = lines.findLast(line => line.startsWith('usage '));
  const stacks = lines
    .filter(line => !line.startsWith('usage ') && ![PROCESSES_LEFT, PROGRAM_ENDED].includes(line))
    .join('\n')
    .replaceAll(`${workFolder}/`, '')
    .trimEnd();
  return {
    stacks: stacks === '' ? undefined : stacks.replaceAll(/^/gm, '    '),
    usedSeconds: used === undefined ? undefined : Number.parseFloat(used.slice('usage '.length)),
    hasLeftProcesses: lines.includes(PROCESSES_LEFT),
    hasEnded: lines.includes(PROGRAM_ENDED),
  };
}
