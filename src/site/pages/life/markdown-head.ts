import { escapeMarkdown } from '../../markdown-edition/markdown-nodes.ts';
import { type Article, longDate } from '../articles.ts';
import type { Related } from './related.ts';

/** Whole addresses of links. */
type UrlOf = (href: string) => string;

/** The paragraphs above the text of a Markdown edition. */
export function markdownHead(article: Article, related: Related, urlOf: UrlOf): readonly string[] {
  const { title, subtitle, summary, track, level, updated, href, authors, name } = article;
  const facts = [
    escapeMarkdown(track.title),
    level,
    ...(authors.length === 0 ? [] : [`By ${authors.map(escapeMarkdown).join(', ')}`]),
    `Last changed ${longDate(updated)}`,
    `<${urlOf(href)}>`,
  ];
  const { prerequisites, seeAlso, series } = related;
  const part = (series?.parts.findIndex(each => each.name === name) ?? 0) + 1;
  return [
    `# ${escapeMarkdown(title)}`,
    ...(subtitle === undefined ? [] : [escapeMarkdown(subtitle)]),
    escapeMarkdown(summary),
    facts.join(' · '),
    ...(series ? [`Part ${part} of ${series.parts.length}: ${escapeMarkdown(series.title)}`] : []),
    ...linked('Read first', prerequisites, urlOf),
    ...linked('See also', seeAlso, urlOf),
  ];
}

function linked(label: string, articles: readonly Article[], urlOf: UrlOf): readonly string[] {
  const links = articles.map(
    ({ title, markdownHref }) => `[${escapeMarkdown(title)}](${urlOf(markdownHref)})`,
  );
  return links.length === 0 ? [] : [`${label}: ${links.join(', ')}`];
}

/** The Markdown at an address that an article had before. */
export function movedMarkdown({ title, markdownHref }: Article, urlOf: UrlOf): string {
  return `This page has moved: [${escapeMarkdown(title)}](${urlOf(markdownHref)})\n`;
}
