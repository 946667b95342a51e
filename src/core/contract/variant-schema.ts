import { z } from 'zod';
import { maskSchema } from './masks/mask.ts';
import { orderSchema } from './order.ts';
import { artifactsTable } from './tables/artifacts-table.ts';
import { parseRanges } from '../text/lines.ts';

/** Characters of a name, and of a text that a change names. */
const MAX_NAME = 60;
const MAX_TEXT = 2_000;
/** Changes of one variant. A reader has to see what they are. */
const MAX_CHANGES = 20;

const changedText = z.string().min(1).max(MAX_TEXT);

/** One `[[tool.verbatim.variant]]` table. Keys of a contract that it lacks are those of the original. */
export const variantSchema = z.strictObject({
  name: z
    .string()
    .max(MAX_NAME)
    .regex(/^[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z0-9]+)*$/, 'is not words of letters, digits and hyphens')
    .describe('What is changed, in words: `without the lock`. It names the tab and the recording.'),
  remove: z
    .union([changedText, z.array(changedText).min(1).max(MAX_CHANGES)], {
      error: 'is neither text nor a list',
    })
    .optional()
    .describe('Statements to take out, by their first line; of `with lock:`, that line alone.'),
  replace: z
    .record(changedText, z.string().max(MAX_TEXT))
    .optional()
    .describe('Texts of the source, each with what takes its place; each occurs once.'),
  lines: z
    .string()
    .refine(text => parseRanges(text) !== undefined, { error: 'is no list of lines, such as "12-14"' })
    .optional()
    .describe('Lines of the file in which the texts are looked for, if they occur elsewhere too.'),
  recorded: z
    .boolean()
    .default(true)
    .describe('Whether its output is recorded and shown; if not, only the difference is checked.'),
  order: orderSchema.optional(),
  mask: z.array(maskSchema).max(50).optional(),
  exit: z.int().min(0).max(255).optional(),
  raises: z.string().optional(),
  stderr: z.boolean().optional(),
  hangs: z.boolean().optional(),
  timeout: z.number().positive().max(600).optional(),
  artifacts: artifactsTable.optional(),
});

export type VariantTable = Readonly<z.output<typeof variantSchema>>;

/** `Without the lock` → `without-the-lock`: the part of its id, and of the names of its recordings. */
export function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
