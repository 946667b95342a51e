import type { APIRoute } from 'astro';
import examples from 'virtual:verbatim/examples';
import { articlesOfAllLanguages } from '../site/pages/articles.ts';
import { wordsAt } from '../site/pages/language.ts';
import { pageList } from '../site/pages/finding/page-list.ts';

/** All pages with their titles. A page fetches it that has to find one of them. */
export const GET: APIRoute = async ({ url }) =>
  Response.json(pageList(await articlesOfAllLanguages(), examples, wordsAt(url).proof.title));
