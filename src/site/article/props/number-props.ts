import { z } from 'zod';
import { compilePattern, patternProblem } from '../../../core/text/pattern.ts';
import { someText } from './shared-props.ts';

const pattern = z
  .string()
  .refine(isRegexWithGroup, {
    error: ({ input }) => patternProblem(String(input)) ?? 'is not a regular expression with one group',
  });

/** How a tag writes its number. */
const numberForm = {
  /** The number is in English words: `five`, `a hundred`, `twice`. */
  as: z.literal('words', { error: 'is not "words", the only form besides digits' }).optional(),
  /** By how much the number of the text may differ from that of the run. */
  about: z.number().positive({ error: 'is not a number above 0' }).optional(),
};

/** Props of `<Value>`: a word of the prose that a run printed, or the number of a line of its code. */
export const valueProps = z.strictObject({
  file: someText,
  /** Name of the variant of the example that printed it: `without the lock`. */
  variant: someText.optional(),
  /** Name of the artifact that has it, in place of the output: `times.csv`. */
  artifact: someText.optional(),
  /** Regular expression of RE2. The first group of its first match in the output is the value. */
  match: pattern.optional(),
  /** A part of one line of the file: its number is the value. */
  line: someText.optional(),
  ...numberForm,
});

/** Props of `<Ratio>`: the quotient of a number of two outputs, or of two durations. */
export const ratioProps = z.strictObject({
  /** The file whose number is divided. */
  of: someText,
  /** The file whose number it is divided by. */
  to: someText,
  /** As of `<Value>`, for the output of `of`; without it, the durations of both runs are compared. */
  match: pattern.optional(),
  /** The pattern for the output of `to`, if it is another. */
  toMatch: pattern.optional(),
  ...numberForm,
});

/** `<Literal>`: a number of the prose that speaks of no output. */
export const literalProps = z.strictObject({});

function isRegexWithGroup(value: string): boolean {
  return patternProblem(value) === undefined && compilePattern(value).groups === 1;
}
