import type { APIRoute, GetStaticPaths } from 'astro';
import { loadFigure } from 'virtual:verbatim/figures';
import { type Article, articlePaths, movedPaths } from '../site/pages/articles.ts';
import { markdownHead, movedMarkdown } from '../site/pages/life/markdown-head.ts';
import { relatedTo } from '../site/pages/life/related.ts';

export const getStaticPaths = (async () => [
  ...(await articlePaths()).map(({ params, props: { article, all } }) => ({
    params,
    props: { article, all },
  })),
  ...(await movedPaths()).map(({ params, props: { article } }) => ({ params, props: { article } })),
]) satisfies GetStaticPaths;

interface Props {
  readonly article: Article;
  /** All articles that its readers are led to; absent at an address that it had before. */
  readonly all?: readonly Article[];
}

/** An article in plain Markdown: its head, and the text that was made of the same examples as its page. */
export const GET: APIRoute<Props> = async ({ props: { article, all }, site }) => {
  const { markdownKey } = article;
  if (markdownKey === undefined)
    return new Response('The Markdown of an article is made when the site is built: npm run build\n', {
      status: 404,
    });
  const urlOf = (href: string): string => String(new URL(href, site));
  const text =
    all === undefined
      ? movedMarkdown(article, urlOf)
      : [
          ...markdownHead(article, relatedTo(article, all), urlOf),
          loadFigure(markdownKey, 'markdown').markdown,
        ].join('\n\n');
  return new Response(text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
