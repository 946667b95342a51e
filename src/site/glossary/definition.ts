import { markdownToMdast } from 'satteri';
import { escapeHtml } from '../../core/text/escape-html.ts';
import { type Node, textOf, walk } from '../article/mdx-tree.ts';
import { linkTo } from '../site-url.ts';

/** A definition, as pages show it. */
interface Definition {
  readonly html: string;
  readonly plain: string;
  readonly urls: readonly string[];
}

/** What a definition may hold, each with its element. */
const ELEMENTS: Readonly<Record<string, string>> = { emphasis: 'em', strong: 'strong', inlineCode: 'code' };

/** Markdown of one paragraph → its definition; undefined if it holds more than text, code and links. */
export function readDefinition(markdown: string): Definition | undefined {
  const { children = [] } = markdownToMdast(markdown) as unknown as Node;
  const [paragraph, ...others] = children;
  if (paragraph?.type !== 'paragraph' || others.length > 0) return undefined;
  const inside = [...walk(paragraph)].map(([node]) => node).slice(1);
  const isSound = inside.every(
    ({ type }) => type === 'text' || type === 'link' || Object.hasOwn(ELEMENTS, type),
  );
  if (!isSound) return undefined;
  return {
    html: (paragraph.children ?? []).map(htmlOf).join(''),
    plain: textOf(paragraph).replaceAll(/\s+/g, ' '),
    urls: inside.flatMap(({ type, url = '' }) => (type === 'link' ? url : [])),
  };
}

function htmlOf(node: Node): string {
  const { type, url = '', value = '', children = [] } = node;
  const inner = value === '' ? children.map(htmlOf).join('') : escapeHtml(value);
  if (type === 'link') return `<a href="${escapeHtml(linkTo(url)).replaceAll('"', '&quot;')}">${inner}</a>`;
  const element = ELEMENTS[type];
  return element === undefined ? inner : `<${element}>${inner}</${element}>`;
}
