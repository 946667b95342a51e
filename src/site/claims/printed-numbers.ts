import { findNumbers, type FoundNumber } from '../../core/claims/find-numbers.ts';
import { splitLines } from '../../core/text/lines.ts';
import { shownOutput } from '../../core/text/plain-output.ts';
import { quotedOutput } from '../figures/parts/quoted-output.ts';
import type { CheckedExamples, SoundExample } from '../figures/parts/checked-example.ts';

/** A number that an example printed. Its offsets are those in its line. */
export interface PrintedNumber extends FoundNumber {
  readonly example: SoundExample;
  /** The output, as pages show it, and the line of it that holds the number. */
  readonly output: string;
  readonly line: string;
  /** Offset of the line in the output. */
  readonly offset: number;
}

/** Different numbers of a section's outputs that are compared with its prose: more of them are data. */
const MAX_NUMBERS = 2000;
/** Characters of an output in which numbers are looked for. */
const MAX_CHARACTERS = 200_000;

/** The different numbers that examples printed, each where it is first, in the order of their outputs. */
export function printedNumbers(ids: readonly string[], examples: CheckedExamples): PrintedNumber[] {
  const all = [...new Set(ids)].flatMap(id => {
    const checked = examples.get(id);
    // A page shows what its variants print too.
    return [checked, ...(checked?.variants ?? [])].flatMap(each => {
      if (each?.example === undefined) return [];
      const example = each as SoundExample;
      const numbers = known.get(example) ?? numbersOfExample(example);
      known.set(example, numbers);
      return numbers;
    });
  });
  const different = new Map<string, PrintedNumber>();
  for (const number of all) {
    const { text, nouns, label, measure } = number;
    const key = JSON.stringify([text, nouns, label, measure]);
    if (!different.has(key)) different.set(key, number);
  }
  return [...different.values()].slice(0, MAX_NUMBERS);
}

/** An article may show one example in a thousand sections: its outputs are read once. */
const known = new WeakMap<SoundExample, readonly PrintedNumber[]>();

function numbersOfExample(example: SoundExample): readonly PrintedNumber[] {
  const { out = '', err = '' } = quotedOutput(example) ?? {};
  return [out, err].flatMap(text => numbersOf(example, text.slice(0, MAX_CHARACTERS)));
}

function numbersOf(example: SoundExample, text: string): PrintedNumber[] {
  const output = shownOutput(text);
  let offset = 0;
  return splitLines(output).lines.flatMap(line => {
    const at = { example, output: text, line, offset };
    offset += line.length + 1;
    return findNumbers(line).map(number => ({ ...number, ...at }));
  });
}
