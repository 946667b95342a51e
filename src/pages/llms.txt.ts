import type { APIRoute } from 'astro';
import { escapeMarkdown } from '../site/markdown-edition/markdown-nodes.ts';
import { allArticles } from '../site/pages/articles.ts';
import { trackUrl } from '../site/routes.ts';
import { absoluteUrl } from '../site/site-url.ts';
import { site } from '../site.config.ts';

/** Links to the Markdown edition of each article, for programs that read: https://llmstxt.org */
export const GET: APIRoute = async context => {
  const articles = await allArticles();
  const tracks = Object.entries(site.tracks).flatMap(([slug, { title, summary }]) => {
    const links = articles
      .filter(({ track }) => track.slug === slug)
      .map(article => {
        const url = new URL(article.markdownHref, context.site);
        return `- [${escapeMarkdown(article.title)}](${url}): ${escapeMarkdown(article.summary)}`;
      });
    if (links.length === 0) return [];
    const path = `[What builds on what](${absoluteUrl(trackUrl(slug))})`;
    return [`## ${escapeMarkdown(title)}`, `${escapeMarkdown(summary)} ${path}`, links.join('\n')];
  });
  return new Response(`${[`# ${site.title}`, `> ${site.description}`, ...tracks].join('\n\n')}\n`);
};
