import type { Contract } from '../../contract/contract-schema.ts';
import { terminalSize } from '../../contract/tables/terminal-table.ts';
import { decode } from '../../example/example.ts';
import { shownOutput } from '../../text/plain-output.ts';

/** In a terminal as wide as this, the lines that name an exception are whole. */
const WIDE = 60;

/** Where a run prints its tracebacks: on stderr, or in its terminal; without styles. */
export function errorText(
  contract: Contract,
  { stdout, stderr }: Readonly<Record<'stdout' | 'stderr', Uint8Array>>,
): string {
  const size = terminalSize(contract);
  if (size === undefined) return shownOutput(decode(stderr) ?? '');
  const shown = shownOutput(decode(stdout) ?? '');
  if (size.columns >= WIDE) return shown;
  return shown.replaceAll(new RegExp(`^(.{${size.columns}})\n`, 'gmu'), '$1');
}
