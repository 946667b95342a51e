import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { frontMatterSchema } from './site/front-matter.ts';

export const collections = {
  articles: defineCollection({ loader: glob({ pattern: '**/*.mdx', base: './content' }), schema: frontMatterSchema }),
};
