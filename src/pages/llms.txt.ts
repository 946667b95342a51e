import type { APIRoute } from 'astro';
import { allArticles } from '../site/pages/articles.ts';
import { escapeMarkdown } from '../site/markdown-edition/escape-markdown.ts';
import { site } from '../site.config.ts';

/** Links to the Markdown edition of each article, for programs that read: https://llmstxt.org */
export const GET: APIRoute = async context => {
  const articles = await allArticles();
  const tracks = Object.entries(site.tracks).map(([slug, { title, summary }]) => {
    const links = articles
      .filter(({ track }) => track.slug === slug)
      .map(
        article =>
          `- [${escapeMarkdown(article.title)}](${new URL(article.markdownHref, context.site)}): ${escapeMarkdown(article.summary)}`,
      );
    return links.length === 0
      ? []
      : [`## ${escapeMarkdown(title)}\n\n${escapeMarkdown(summary)}\n\n${links.join('\n')}`];
  });
  return new Response([`# ${site.title}\n\n> ${site.description}`, ...tracks.flat()].join('\n\n') + '\n');
};
