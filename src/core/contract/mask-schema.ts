import { z } from 'zod';
import { regexSchema } from './regex.ts';

/** Masks with a name: spans of output that differ from run to run. Each pattern is applied line by line. */
export const NAMED_MASKS = {
  duration: String.raw`\d+(?:\.\d+)? ?(?:ns|µs|us|ms|s|sec|secs|seconds?|minutes?)\b`,
  address: String.raw`\b0x[0-9a-fA-F]{6,16}\b`,
  // Not the digits of a fraction.
  'thread-id': String.raw`(?<![\d.])\d{12,20}\b`,
  pid: String.raw`\b(?:pid|PID|process)[ =:#]+(\d{1,7})\b`,
  date: String.raw`\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?\b`,
  uuid: String.raw`\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b`,
  path: String.raw`(?:/[\w.@+-]+){2,}/?`,
} as const satisfies Record<string, string>;

export type NamedMask = keyof typeof NAMED_MASKS;

/** One span that differs from run to run: a common kind by its name, or a pattern of the example's own. */
export const maskSchema = z.union(
  [
    z.enum(Object.keys(NAMED_MASKS) as NamedMask[]),
    z.strictObject({
      name: z
        .string()
        .regex(/^[a-z][a-z0-9-]*$/, 'is not lower-case letters, digits and hyphens')
        .describe('Stands for the span in a comparison, for example `speed-up`.'),
      pattern: regexSchema.describe(
        'JavaScript regular expression; its first group, or else the whole match, is the span.',
      ),
      min: z.number().optional().describe('The span is a number, and not below this.'),
      max: z.number().optional().describe('The span is a number, and not above this.'),
    }),
  ],
  { error: `is none of ${Object.keys(NAMED_MASKS).join(', ')}, nor { name, pattern }` },
);

export type Mask = z.output<typeof maskSchema>;
