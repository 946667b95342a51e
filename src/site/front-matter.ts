import { z } from 'zod';

/** A day. Astro's YAML reads it as a date, others as text. */
const day = z.preprocess((value) => (value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : value), z.iso.date('is not a day such as 2026-11-22'));

/** Front matter of an article. Its comments are the reference. */
export const frontMatterSchema = z.strictObject({
  /** The page's heading. */
  title: z.string().min(1),
  /** One line under it. */
  subtitle: z.string().min(1).optional(),
  /** One or two sentences for the reader who decides, for search engines and for lists. */
  summary: z.string().min(1).max(220),
  level: z.enum(['Beginner', 'Intermediate', 'Advanced']),
  /** Place in its track, from 1. */
  order: z.int().min(1),
  /** Date of the last change, used where git does not know it. */
  updated: day,
});

export type FrontMatter = z.output<typeof frontMatterSchema>;
