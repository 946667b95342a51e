import type { APIRoute, GetStaticPaths } from 'astro';
import examples from 'virtual:verbatim/examples';
import { changesMarkdown } from '../site/pages/proof/changes-markdown.ts';
import { wordsAt } from '../site/pages/language.ts';
import { changedVersions, hasChanges } from '../site/pages/proof/changes.ts';
import { CHANGES_MARKDOWN_URL } from '../site/routes.ts';

export const getStaticPaths = (() =>
  hasChanges(examples) || import.meta.env.DEV
    ? [{ params: { list: CHANGES_MARKDOWN_URL.replace(/^\/|\.md$/g, '') } }]
    : []) satisfies GetStaticPaths;

/** Which outputs changed with which version of Python, as Markdown. */
export const GET: APIRoute = ({ site, url }) => {
  const urlOf = (href: string): string => String(new URL(href, site));
  const text = changesMarkdown(changedVersions(examples), wordsAt(url).changes, urlOf);
  return new Response(text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
