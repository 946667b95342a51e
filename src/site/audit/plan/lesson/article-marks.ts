import { parse } from 'yaml';
import { collapse } from '../text/expected-text.ts';
import { articleTree } from '../text/read-article.ts';
import type { PlannedNode } from './planned-node.ts';

/** A badge of an article. */
interface Badge {
  readonly version: string;
  readonly id: string;
  readonly headings: readonly string[];
}

/** What lists of the whole site show of an article. */
export interface ArticleMarks {
  readonly title: string;
  /** `/advanced/locks/` */
  readonly url: string;
  readonly badges: readonly Badge[];
  /** The names of the terms that it explains, as written. */
  readonly terms: readonly string[];
}

/**
 * The badges and terms of articles, in the order in which pages list articles.
 * @param articles sources, by path
 * @param tracks in the order of the settings
 */
export function articleMarks(
  articles: ReadonlyMap<string, { readonly source: string }>,
  tracks: readonly string[],
): readonly ArticleMarks[] {
  const read = [...articles].flatMap(([file, { source }]) => {
    const [, track = ''] = /^content\/([^/]+)\/[^/]+\.mdx$/.exec(file) ?? [];
    if (!tracks.includes(track)) return [];
    const yaml = /^---\n([\s\S]*?)\n---/.exec(source)?.[1] ?? '';
    const { title, order } = parse(yaml) as { readonly title: string; readonly order: number };
    const url = `/${file.replace(/^content\//, '').replace(/\.mdx$/, '')}/`;
    const place = tracks.indexOf(track) * 10_000 + order;
    return { place, title, url, ...marksIn(source) };
  });
  return read.toSorted((a, b) => a.place - b.place);
}

function marksIn(source: string): Pick<ArticleMarks, 'badges' | 'terms'> {
  if (!/<(?:Since|Term)\b/.test(source)) return { badges: [], terms: [] };
  const badges: Badge[] = [];
  const terms: string[] = [];
  let headings: readonly string[] = [];
  const visit = (node: PlannedNode): void => {
    const { type, name, depth = 1, children = [] } = node;
    if (type === 'heading' && depth <= 3) headings = [...headings.slice(0, depth - 2), textOf(node)];
    const isTag = type.startsWith('mdxJsx');
    if (isTag && name === 'Term') terms.push(attribute(node, 'name') ?? textOf(node));
    if (isTag && name === 'Since') {
      const version = attribute(node, 'version') ?? '';
      const count = badges.filter(badge => badge.version === version).length;
      const id = `new-in-${version.replace('.', '-')}${count === 0 ? '' : `-${count + 1}`}`;
      badges.push({ version, id, headings });
    }
    children.forEach(visit);
  };
  visit(articleTree(source));
  return { badges, terms };
}

function textOf({ value, children = [] }: PlannedNode): string {
  return value ?? children.map(textOf).join('');
}

function attribute({ attributes = [] }: PlannedNode, asked: string): string | undefined {
  const found = attributes.find(({ name }) => name === asked)?.value;
  return typeof found === 'string' ? collapse(found) : undefined;
}
