import type { APIRoute, GetStaticPaths } from 'astro';
import { escapeMarkdown } from '../site/markdown-edition/markdown-nodes.ts';
import { type Article, articlePaths, longDate } from '../site/pages/articles.ts';
import { loadFigure } from 'virtual:verbatim/figures';

export const getStaticPaths = articlePaths satisfies GetStaticPaths;

/** An article in plain Markdown: its head, and the text that was made of the same examples as its page. */
export const GET: APIRoute<{ article: Article }> = ({ props: { article }, site }) => {
  const { title, subtitle, summary, track, level, updated, href, markdownKey } = article;
  if (markdownKey === undefined)
    return new Response('The Markdown of an article is made when the site is built: npm run build\n', {
      status: 404,
    });
  const changed = `Last changed ${longDate(updated)}`;
  const parts = [
    `# ${escapeMarkdown(title)}`,
    ...(subtitle === undefined ? [] : [escapeMarkdown(subtitle)]),
    escapeMarkdown(summary),
    [escapeMarkdown(track.title), level, changed, `<${new URL(href, site)}>`].join(' · '),
    loadFigure(markdownKey, 'markdown').markdown,
  ];
  return new Response(parts.join('\n\n'), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
