import { structuredPatch } from 'diff';
import { joinLines, type Lines } from '../text/lines.ts';
import { showMasked } from './mask.ts';

/** A longer difference is no help to anybody, and takes minutes to find. */
const MAX_EDITS = 2000;

/** The difference between two texts, for a person. */
export interface Difference {
  /** Lines that begin with `-` (recorded), `+` (this run) or a blank (both), with two lines of context. */
  readonly text: string;
  /** 1-based line of the recording at which the difference begins. */
  readonly line: number;
}

/** Undefined when the texts, masked or not, are equal. White space that does not show, and control characters, are made visible. */
export function difference(recorded: Lines, actual: Lines): Difference | undefined {
  const [before, after] = [joinLines(recorded), joinLines(actual)];
  if (before === after) return undefined;
  const patch = structuredPatch('', '', before, after, '', '', { context: 2, maxEditLength: MAX_EDITS });
  if (patch === undefined)
    return {
      text: `The two have hardly a line in common: ${recorded.lines.length} lines recorded, ${actual.lines.length} now.`,
      line: 1,
    };
  const { hunks } = patch;
  const [first] = hunks;
  if (first === undefined) throw new Error('Two texts that differ have no difference');
  const text = hunks
    .map(hunk => hunk.lines.map(line => visible(showMasked(line))).join('\n'))
    .join('\n  …\n');
  const offset = first.lines.findIndex(line => !line.startsWith(' '));
  return { text, line: Math.max(1, first.oldStart + offset) };
}

/** Makes trailing blanks, tabs and control characters visible. */
export function visible(line: string): string {
  return line
    .replace(/(?<=.)[ \u00A0]+$/, blanks => '·'.repeat(blanks.length))
    .replaceAll('\t', '→')
    .replaceAll(
      /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g,
      character => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
    );
}
