import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import type { Node } from '../article/mdx-tree.ts';

/** Nodes of Markdown, as https://github.com/syntax-tree/mdast defines them. */
export const text = (value: string): Node => ({ type: 'text', value });
export const inlineCode = (value: string): Node => ({ type: 'inlineCode', value });
export const strong = (value: string): Node => ({ type: 'strong', children: [text(value)] });
export const link = (url: string, child: Node): Node => ({ type: 'link', url, children: [child] });
export const paragraph = (...children: readonly Node[]): Node => ({ type: 'paragraph', children });
export const blockquote = (...children: readonly Node[]): Node => ({ type: 'blockquote', children });
/** A block that is Markdown already, such as what `fenced` returns. */
export const rawBlock = (value: string): Node => ({ type: 'raw', value });

/** A formula as it is written. In a table, a bar would end its cell. */
function formula(
  { value = '' }: Node,
  _parent: unknown,
  { stack }: { readonly stack: readonly string[] },
): string {
  return `$${stack.includes('tableCell') ? value.replaceAll('|', '\\vert ') : value}$`;
}

const OPTIONS: Options = {
  bullet: '-',
  listItemIndent: 'one',
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  handlers: { raw: ({ value }: Node) => value ?? '', inlineMath: formula } as NonNullable<
    Options['handlers']
  >,
};

/** Blocks → a Markdown document. */
export function writeMarkdown(children: readonly Node[]): string {
  return toMarkdown({ type: 'root', children } as unknown as Parameters<typeof toMarkdown>[0], OPTIONS);
}

/**
 * A text of one line → Markdown that shows it as it is, wherever in a line it is put: no heading, link, list
 * or HTML of its own.
 */
export function escapeMarkdown(value: string): string {
  const line = value.replaceAll(/\s+/g, ' ').trim();
  return line
    .replaceAll(/[\\`*_[\]<>|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replace(/^(?:[#+:=-]|\d+(?=[.)]))/, mark => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`))
    .replace(/ (?=#+$)/, ' \\');
}

const BLOCKS: ReadonlySet<string> = new Set(
  `paragraph heading list listItem blockquote code raw table thematicBreak
   definition footnoteDefinition`.split(' '),
);

export function isBlock({ type }: Node): boolean {
  return BLOCKS.has(type);
}

/** Blocks and text → blocks: text before, between and after blocks becomes paragraphs. */
export function toBlocks(nodes: readonly Node[]): readonly Node[] {
  const blocks: Node[] = [];
  let line: Node[] = [];
  const endLine = (): void => {
    const children = tidy(line);
    if (children.length > 0) blocks.push(paragraph(...children));
    line = [];
  };
  for (const node of nodes) {
    if (isBlock(node) || node.type === 'tableRow' || node.type === 'tableCell') {
      endLine();
      blocks.push(node);
    } else line.push(node);
  }
  endLine();
  return blocks;
}

/** Joins neighboring texts, and removes the blanks that a component leaves at the ends of lines. */
export function tidy(nodes: readonly Node[]): readonly Node[] {
  const joined: Node[] = [];
  for (const node of nodes) {
    const before = joined.at(-1);
    if (node.type === 'text' && before?.type === 'text')
      joined.splice(-1, 1, text(`${before.value}${node.value}`));
    else joined.push(node);
  }
  return joined
    .map((node, index) => {
      if (node.type !== 'text') return node;
      let value = (node.value ?? '').replaceAll(/[ \t]*\n[ \t\n]*/g, '\n');
      if (index === 0) value = value.replace(/^[ \t\n]+/, '');
      if (index === joined.length - 1) value = value.replace(/[ \t\n]+$/, '');
      return text(value);
    })
    .filter(({ type, value }) => type !== 'text' || value !== '');
}

/** Facts in the info string of a fence, like attributes of a `<pre>`: `output=basics/greeting stream=out`. */
type FenceFacts = Readonly<Record<string, string | boolean | undefined>>;

/** Marks a text whose last line has no line feed: the fence needs one. */
const OPEN_END = 'no-final-newline';

/** A text → a fenced block that holds every character of it. Its fences are longer than any in the text. */
export function fenced(language: string, facts: FenceFacts, content: string): string {
  const runs = content.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  const closed = content === '' || content.endsWith('\n');
  const info = Object.entries({ ...facts, [OPEN_END]: !closed })
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? name : `${name}=${value}`));
  return `${fence}${[language, ...info].join(' ')}\n${content}${closed ? '' : '\n'}${fence}`;
}
