import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { frontMatterSchema } from './site/article/front-matter-schema.ts';

// The text itself is read by MDX alone: kept here too, it would be parsed anew with every change.
export const collections = {
  articles: defineCollection({
    loader: glob({ pattern: '**/*.mdx', base: './content', retainBody: false }),
    schema: frontMatterSchema,
  }),
};
