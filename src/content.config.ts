import { defineCollection } from 'astro:content';
import { frontMatterSchema } from './site/article/front-matter-schema.ts';
import { articleLoader } from './site/loader/article-loader.ts';

export const collections = {
  articles: defineCollection({ loader: articleLoader(), schema: frontMatterSchema }),
};
