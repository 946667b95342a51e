import { z } from 'zod';
import { keyRegexSchema } from './regex.ts';

/** Which orders of the recorded lines are as good as the recorded one. */
export const orderSchema = z.union(
  [
    z.enum(['exact', 'any']),
    z
      .strictObject({
        stages: z
          .array(z.string())
          .min(1)
          .optional()
          .describe(
            'Globs (`*` is any text, the empty one a blank line). A line belongs to the first that ' +
              'matches; stages come in this order, inside one any order.',
          ),
        key: keyRegexSchema
          .optional()
          .describe(
            'Regular expression with one group: lines whose group is equal keep their order, ' +
              'others interleave freely.',
          ),
      })
      .refine(order => order.stages !== undefined || order.key !== undefined, {
        error: 'names neither stages nor a key',
      })
      .meta({ minProperties: 1 }),
  ],
  { error: 'is neither "exact", "any", { stages = […] } nor { key = … }' },
);

export type LineOrder = z.output<typeof orderSchema>;
