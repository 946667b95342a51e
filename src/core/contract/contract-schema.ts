import { z } from 'zod';

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

const pattern = z
  .string()
  .min(1)
  .refine(isRegex, {
    error: ({ input }) => `is not a regular expression: ${faultOf(String(input))}`,
    abort: true,
  });
const group = pattern.refine(hasOneGroup, {
  error: 'has no group, or more than one: put ( ) around the part that is the key',
});

/** What a program may be given as a word or a variable. */
const word = z
  .string()
  .refine(text => !text.includes('\0'), { error: 'holds a NUL character, which no program can be given' });

/** One span that differs from run to run: by the name of a common kind, or by a pattern of the example's own. */
const maskSchema = z.union([
  z.enum(Object.keys(NAMED_MASKS) as NamedMask[]),
  z.strictObject({
    name: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/, 'is not lower-case letters, digits and hyphens')
      .describe('Stands for the span in a comparison, for example `speed-up`.'),
    pattern: pattern.describe(
      'JavaScript regular expression; its first group, or else the whole match, is the span.',
    ),
    min: z.number().optional().describe('The span is a number, and not below this.'),
    max: z.number().optional().describe('The span is a number, and not above this.'),
  }),
]);

/** Which orders of the recorded lines are as good as the recorded one. */
const orderSchema = z.union([
  z.enum(['exact', 'any']),
  z
    .strictObject({
      stages: z
        .array(z.string())
        .min(1)
        .optional()
        .describe(
          'Globs (`*` is any text, the empty one a blank line). A line belongs to the first that matches; stages come in this order, inside one any order.',
        ),
      key: group
        .optional()
        .describe(
          'Regular expression with one group: lines whose group is equal keep their order, others interleave freely.',
        ),
    })
    .refine(order => order.stages !== undefined || order.key !== undefined, {
      error: 'names neither stages nor a key',
    })
    .meta({ minProperties: 1 }),
]);

/** The `[tool.verbatim]` table: what of the output an example promises. Its descriptions are the reference, for editors too. */
export const contractSchema = z.strictObject({
  order: orderSchema.default('exact').describe("Order of the output's lines."),
  mask: z
    .array(maskSchema)
    .default([])
    .describe('What differs from run to run. A mask that matches nothing is an error.'),
  exit: z.int().min(0).max(255).optional().describe('Expected exit code.'),
  raises: z
    .string()
    .regex(/^[A-Za-z_][\w.]*$/, 'is not the name of an exception type')
    .optional()
    .describe('Expected uncaught exception, by its type; its traceback is then part of the recording.'),
  stderr: z.boolean().optional().describe('Whether stderr is part of the output. Undeclared stderr fails.'),
  stdin: z.string().optional().describe('Text on standard input; without it, reading gets end-of-file.'),
  args: z.array(word).default([]).describe('Command-line arguments.'),
  env: z
    .record(z.string().regex(/^[A-Za-z_]\w*$/, 'is not the name of an environment variable'), word)
    .default({})
    .describe('Environment variables.'),
  timeout: z.number().positive().max(600).default(10).describe('Seconds until the run is ended.'),
  elapsed: z
    .strictObject({ min: z.number().nonnegative().optional(), max: z.number().positive().optional() })
    .refine(({ min, max }) => min !== undefined || max !== undefined, { error: 'names neither min nor max' })
    .meta({ minProperties: 1 })
    .optional()
    .describe('Bounds on the wall time, in seconds, that the page claims.'),
  network: z.boolean().default(false).describe('Whether the run may reach other machines.'),
  cores: z
    .int()
    .min(1)
    .max(64)
    .default(1)
    .describe('Cores that the sample needs: nothing else that computes runs beside it on them.'),
  optional: z
    .boolean()
    .optional()
    .describe(
      'Whether it may be skipped, in CI too, where no interpreter satisfies `requires-python`; the page then says that it was not run.',
    ),
  title: z.string().min(1).optional().describe("Shown above the code; default the file's name."),
});

/** What of an example's output is promised. */
export type Contract = z.output<typeof contractSchema>;
export type Mask = z.output<typeof maskSchema>;
export type Order = z.output<typeof orderSchema>;

/** Whether the contract makes stderr part of the output. */
export function showsStderr(contract: Contract): boolean {
  return contract.stderr === true || contract.raises !== undefined;
}

/** The exit code that the contract asks for: an uncaught exception ends CPython with 1. */
export function expectedExit(contract: Contract): number {
  return contract.exit ?? (contract.raises === undefined ? 0 : 1);
}

function isRegex(text: string): boolean {
  return faultOf(text) === undefined;
}

/** What is wrong with a regular expression, in the words of the engine: `unterminated group`. */
function faultOf(text: string): string | undefined {
  try {
    new RegExp(text, 'u');
    return undefined;
  } catch (error) {
    return /: (?<fault>[^:]*)$/
      .exec((error as SyntaxError).message)
      ?.groups?.fault?.replace(/^./, first => first.toLowerCase());
  }
}

function hasOneGroup(text: string): boolean {
  // An alternative that matches the empty text makes every group of the pattern visible.
  return isRegex(text) && new RegExp(`${text}|`, 'u').exec('')?.length === 2;
}
