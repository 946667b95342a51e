import { z } from 'zod';
import { parseRanges } from '../../../core/text/lines.ts';
import { lineNames, ranges, someText } from './shared-props.ts';

/** Lines that a figure may mark. Our own articles mark a dozen at most. */
export const MAX_MARKED = 100;

/** Props of `<Example>`. */
export const exampleProps = z.strictObject({
  /** Path below `examples/`: `threading/lock.py`, or the folder of an example of several files. */
  file: someText,
  /** Shows this region of the file; the whole file runs. */
  region: someText.optional(),
  /** Lines to mark, by their numbers in the file, `4-6,9`, or by a part of one line, `with lock:`. */
  highlight: lineNames
    .refine(value => (parseRanges(value)?.size ?? 0) <= MAX_MARKED, {
      error: `marks more than ${MAX_MARKED} lines, each of which a check takes out`,
    })
    .optional(),
  /** Why lines are marked that change nothing: a note for reviewers, which no page shows. */
  because: z
    .string()
    .regex(/\p{L}+\P{L}+\p{L}+/u, 'is no reason in words')
    .optional(),
  /** `{false}` leaves the output away. */
  output: z.boolean().optional(),
  /** `{false}` leaves the code away. */
  code: z.boolean().optional(),
  /** `{true}` shows the metadata block too. */
  block: z.boolean().optional(),
  /** `{false}` leaves artifacts away; `plot.svg, times.csv` shows these alone, also without the output. */
  artifacts: z
    .union([z.boolean(), someText], { error: 'is neither {false} nor names of artifacts' })
    .optional(),
  /** One range of lines of the output to show: `1-3`. The page says what is cut. */
  outputLines: ranges
    .refine(value => !value.includes(','), { error: 'is not one range of lines such as "1-3"' })
    .optional(),
});

/** Props of `<Output>`: the output of an example, or of a variant of it, without its code. */
export const outputProps = exampleProps
  .pick({ file: true, outputLines: true, artifacts: true })
  .extend({ variant: someText.optional() });

/** Props of `<Timeline>`: what each thread, task or process of an example did when. */
export const timelineProps = exampleProps.pick({ file: true }).extend({
  /** Replaces the heading, `What each thread did`. */
  title: someText.optional(),
});

/** Props of `<At>`, a note inside an `<Example>`. */
export const atProps = z.strictObject({
  /** The line that it is about: a part of it, `with lock:`, or its number in the file. */
  line: lineNames,
});
