import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** Front matter of an article. */
const article = z.strictObject({
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
  updated: z.coerce.date(),
});

export const collections = {
  articles: defineCollection({ loader: glob({ pattern: '**/*.mdx', base: './content' }), schema: article }),
};
