import { z } from 'zod';
import { UNSAFE } from '../../core/text/invisible.ts';

/**
 * A text of one line: it goes into titles, lists and feeds, where a line feed begins something else. Escapes
 * of YAML could hide one, or a character that nobody sees.
 */
const line = z
  .string()
  .trim()
  .min(1)
  .refine(value => !/[\n\t]/.test(value) && value.search(UNSAFE) === -1, {
    error: 'is not one line of visible characters',
  });

/** A day. The YAML parser of Astro reads it as a date, ours as text. */
const day = z.preprocess(
  value =>
    value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : value,
  z.iso.date('is not a day such as 2026-11-22'),
);

/** Articles: `advanced/locks`. */
const articles = z.array(line).max(8).default([]);

/** Front matter of an article. Its descriptions are the reference, for editors too. */
export const frontMatterSchema = z.strictObject({
  title: line.describe("The page's heading."),
  subtitle: line.optional().describe('One line under it.'),
  summary: line
    .max(220)
    .describe('One or two sentences for the reader who decides, for search engines and for lists.'),
  level: z.enum(['Beginner', 'Intermediate', 'Advanced']).describe('For whom it is written.'),
  order: z.int().min(1).describe('Place in its track, from 1.'),
  group: line.optional().describe('Articles of a track with the same group are listed together.'),
  prerequisites: articles.describe('Articles to read before: `track/slug`, the nearest first.'),
  seeAlso: articles.describe('Articles that say more: `track/slug`.'),
  series: line.optional().describe('The series that it is a part of, in the order of the track.'),
  tags: z.array(line).max(8).default([]).describe('Subjects, in a few words each.'),
  authors: z.array(line).max(8).default([]).describe('Names of those who wrote it.'),
  aliases: z.array(line).default([]).describe('Addresses that it had before: `/advanced/old-name/`.'),
  draft: z.boolean().default(false).describe('A draft is shown by `npm run dev` and not published.'),
  updated: day.describe('Date of the last change, used where git does not know it.'),
});

export type FrontMatter = z.output<typeof frontMatterSchema>;
