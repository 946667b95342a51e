import { z } from 'zod';
import { isLineNumbers } from '../../../core/example/shown/named-lines.ts';
import { parseRanges } from '../../../core/text/lines.ts';

/** A text that is not empty. */
export const someText = z.string().min(1);

/** Lines: `4-6,9`. */
export const ranges = z
  .string()
  .refine(value => parseRanges(value) !== undefined, { error: 'is not a list of lines such as "4-6,9"' });

/** Lines of a file: their numbers, or a part of one. */
export const lineNames = z
  .string()
  .regex(/\S/, 'is empty')
  .refine(value => !isLineNumbers(value) || parseRanges(value) !== undefined, {
    error: 'is not a list of lines such as "4-6,9"',
  });
