import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import type { TerminalSize } from '../../../core/contract/tables/terminal-table.ts';
import type { Run } from '../../../core/verdict/run.ts';
import { PLACE } from '../../../core/surroundings/place.ts';

/**
 * A command as it runs in a terminal of a size, one process below another; without a size, as it is.
 * @param harness the folder of the harness, as the run sees it
 * @param command begins with a `python`
 */
export function inTerminal(
  size: TerminalSize | undefined,
  harness: string,
  command: readonly [python: string, ...args: string[]],
): readonly string[] {
  if (size === undefined) return command;
  const program = join(harness, 'verbatim_terminal.py');
  return [command[0], '-I', '-S', program, String(size.columns), String(size.rows), ...command];
}

/** Where a traceback names a file in the folder of the run. */
const OWN_FILE = new RegExp(String.raw`(?<=File (?:\x1b\[[\d;]*m)*")${PLACE.work}/`, 'g');

/**
 * What a terminal shows at the end, of what was written to it. What is no text, or holds a NUL character,
 * stays as it is: the verdict names it, and a terminal would hide it.
 */
export async function readTerminal(
  written: Buffer,
  size: TerminalSize,
): Promise<Pick<Run, 'stdout' | 'terminalFault'>> {
  if (!isUtf8(written) || written.includes(0)) return { stdout: written };
  // Loaded on demand: most checks run nothing in a terminal.
  const { readScreen } = await import('./read-screen.ts');
  const screen = await readScreen({ written: written.toString('utf8').replaceAll(OWN_FILE, ''), size });
  return { stdout: Buffer.from(screen.text), terminalFault: screen.fault };
}
