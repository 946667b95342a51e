import { findNumbers, type FoundNumber } from '../../core/claims/find-numbers.ts';
import { splitLines } from '../../core/text/lines.ts';
import { shownOutput } from '../../core/text/plain-output.ts';
import { recordingOf } from '../figures/build-value.ts';
import type { CheckedExamples, SoundExample } from '../figures/checked-example.ts';

/** A number that an example printed. Its offsets are those in its line. */
export interface PrintedNumber extends FoundNumber {
  readonly example: SoundExample;
  /** The output, as pages show it, and the line of it that holds the number. */
  readonly output: string;
  readonly line: string;
  /** Offset of the line in the output. */
  readonly offset: number;
}

/** Lines of an output in which numbers are looked for: a longer one is data, which no prose repeats. */
const MAX_LINES = 2000;

/** All numbers that examples printed, in the order of their outputs. */
export function printedNumbers(ids: readonly string[], examples: CheckedExamples): PrintedNumber[] {
  return [...new Set(ids)].flatMap(id => {
    const checked = examples.get(id);
    if (checked?.example === undefined) return [];
    const example = checked as SoundExample;
    const { out = '', err = '' } = recordingOf(example) ?? {};
    return [out, err].flatMap(text => numbersOf(example, text));
  });
}

function numbersOf(example: SoundExample, text: string): PrintedNumber[] {
  const output = shownOutput(text);
  let offset = 0;
  return splitLines(output)
    .lines.slice(0, MAX_LINES)
    .flatMap(line => {
      const at = { example, output: text, line, offset };
      offset += line.length + 1;
      return findNumbers(line).map(number => ({ ...number, ...at }));
    });
}
