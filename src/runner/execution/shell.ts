import { access } from 'node:fs/promises';
import { constants } from 'node:os';
import { HARNESS_FD, PROGRAM_ENDED } from '../python/harness-report.ts';
import type { Wrapper } from '../sandbox/bubblewrap-command.ts';

/**
 * Node reports exit code 0 for a process that a real-time signal has killed. A shell reports 128 plus the
 * number of the signal, and that it lived to report it. It survives the signals that a program sends to its
 * group, prints nothing itself, and hides its own variables and descriptors from the program.
 */
const SCRIPT = `
unset PWD OLDPWD SHLVL
trap : HUP INT QUIT USR1 USR2 ALRM TERM
exec 9>&2 2>/dev/null
(exec 2>&9 9>&-; exec "$@")
code=$?
echo ${PROGRAM_ENDED} >&${HARNESS_FD}
exit $code
`;

/** The shell around a program. @throws Error if there is no such program */
export async function shellCommand(program: string): Promise<Wrapper> {
  await access(program);
  return { args: ['/bin/sh', '-c', SCRIPT, 'sh'], inputs: [], depth: 1 };
}

/** The name of a signal by its number, except real-time signals. If it has two, the usual one. */
export function signalName(number: number): string | undefined {
  return Object.entries(constants.signals).find(([, value]) => value === number)?.[0];
}
