import type { Node } from '../article/mdx-tree.ts';
import { linkTo } from '../site-url.ts';
import { blockquote, paragraph, text, tidy, toBlocks } from './markdown-nodes.ts';

/** The content of an element, and its attributes → nodes of Markdown. */
type Form = (content: readonly Node[], attributes: Readonly<Record<string, unknown>>) => readonly Node[];

const inline =
  (type: string): Form =>
  content => [{ type, children: tidy(content) }];

const list =
  (ordered: boolean): Form =>
  (content, { start }) => [
    {
      type: 'list',
      spread: false,
      ordered,
      ...(ordered && start !== undefined && { start: Number(start) }),
      children: content.filter(({ type }) => type === 'listItem'),
    },
  ];

/** An element that Markdown has no form for, and without which the text says something else. */
const kept =
  (name: string): Form =>
  content => [{ type: 'html', value: `<${name}>` }, ...content, { type: 'html', value: `</${name}>` }];

/** Elements of HTML that have a form in Markdown. Of the others, the content stays. */
export const ELEMENT_FORMS: Readonly<Record<string, Form>> = {
  a: (content, { href }) => [{ type: 'link', url: linkTo(String(href)), children: tidy(content) }],
  b: inline('strong'),
  blockquote: content => [blockquote(...toBlocks(content))],
  dd: content => [...toBlocks(content)],
  del: inline('delete'),
  dt: content => [paragraph({ type: 'strong', children: tidy(content) })],
  em: inline('emphasis'),
  hr: () => [{ type: 'thematicBreak' }],
  i: inline('emphasis'),
  li: content => [{ type: 'listItem', spread: false, children: toBlocks(content) }],
  ol: list(true),
  p: content => [...toBlocks(content)],
  q: content => [text('"'), ...content, text('"')],
  s: inline('delete'),
  strong: inline('strong'),
  sub: kept('sub'),
  sup: kept('sup'),
  table: content => [
    ...content.filter(({ type }) => type !== 'tableRow'),
    { type: 'table', children: content.filter(({ type }) => type === 'tableRow') },
  ],
  td: inline('tableCell'),
  th: inline('tableCell'),
  tr: content => [{ type: 'tableRow', children: content.filter(({ type }) => type === 'tableCell') }],
  ul: list(false),
};
