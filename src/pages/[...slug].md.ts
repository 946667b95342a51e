import type { APIRoute, GetStaticPaths } from 'astro';
import { type Article, allArticles, longDate } from '../site/pages/articles.ts';
import { loadFigure } from 'virtual:verbatim/figures';
import { escapeMarkdown } from '../site/markdown-edition/escape-markdown.ts';

export const getStaticPaths = (async () =>
  (await allArticles()).map(article => ({
    params: { slug: article.entry.id },
    props: { article },
  }))) satisfies GetStaticPaths;

/** An article in plain Markdown: its head, and the text that was made of the same examples as its page. */
export const GET: APIRoute<{ article: Article }> = ({ props: { article }, site }) => {
  const { title, subtitle, summary, track, level, updated, href, markdownKey } = article;
  if (markdownKey === undefined)
    return new Response('The Markdown of an article is made when the site is built: npm run build\n', {
      status: 404,
    });
  const facts = `${escapeMarkdown(track.title)} · ${level} · Last changed ${longDate(updated)} · <${new URL(href, site)}>`;
  const head = [
    `# ${escapeMarkdown(title)}`,
    ...[subtitle, summary].flatMap(text => (text === undefined ? [] : [escapeMarkdown(text)])),
    facts,
  ].join('\n\n');
  return new Response(`${head}\n\n${loadFigure(markdownKey, 'markdown').markdown}`, {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
