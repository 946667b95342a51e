import { parse } from 'yaml';

/** What the front matter of an article asks a site for. */
export interface ArticleHead {
  readonly isDraft: boolean;
  /** Paths in the site, without slashes at their ends: `advanced/old-name`. */
  readonly aliases: readonly string[];
  /** Folders of its tags: `shared-data`. */
  readonly tags: readonly string[];
}

/** Reads the head of an article, with no code that makes pages of it. */
export function articleHead(source: string): ArticleHead {
  const [, yaml = ''] = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(source) ?? [];
  const head = (parse(yaml) ?? {}) as Readonly<Record<string, unknown>>;
  return {
    isDraft: head.draft === true,
    aliases: listOf(head.aliases).map(alias => alias.trim().replaceAll(/^\/|\/$/g, '')),
    tags: listOf(head.tags).map(tag =>
      tag
        .normalize('NFC')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
        .replaceAll(/^-|-$/g, ''),
    ),
  };
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
