import { diffArrays } from 'diff';
import { shownOutput } from '../../../core/text/plain-output.ts';
import { splitLines } from '../../../core/text/lines.ts';

/** A line of a difference: in both outputs, in the earlier one, or in the later one. */
export interface ChangeLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** Two outputs with more differences have hardly a line in common. */
const MAX_EDITS = 500;

/** The lines of two outputs as a page shows them: all of both, those that they share once. */
export function changeLines(before: string, after: string): readonly ChangeLine[] {
  const [old, now] = [before, after].map(text => splitLines(shownOutput(text)).lines) as [string[], string[]];
  const parts = diffArrays(old, now, { maxEditLength: MAX_EDITS });
  if (parts === undefined) return [...signed('-', old), ...signed('+', now)];
  return parts.flatMap(({ value, added, removed }) => signed(added ? '+' : removed ? '-' : ' ', value));
}

function signed(sign: ChangeLine['sign'], lines: readonly string[]): readonly ChangeLine[] {
  return lines.map(text => ({ sign, text }));
}
