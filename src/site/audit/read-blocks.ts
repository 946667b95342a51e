import { Parser } from 'htmlparser2';
import { markdownToMdast } from 'satteri';

/** A block of a built page, as a browser's parser reads it. */
export interface Block {
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

interface OpenBlock {
  readonly name: string;
  /** How many elements were open when it began. */
  readonly depth: number;
  readonly block: { text: string; readonly attributes: Block['attributes'] };
}

/**
 * All blocks of a page, in order: each `<pre>`, each `<samp>` outside of one, and each value in the text.
 * A tree of the page would take several times as long.
 */
export function blocksOf(html: string): readonly Block[] {
  const blocks: Block[] = [];
  const open: OpenBlock[] = [];
  let depth = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1;
      const isBlock =
        name === 'samp'
          ? open.every(outer => outer.name !== 'pre')
          : name === 'pre' || 'data-value' in attributes;
      if (!isBlock) return;
      const block = { text: '', attributes };
      open.push({ name, depth, block });
      blocks.push(block);
    },
    ontext: text => {
      for (const { block } of open) block.text += text;
    },
    onclosetag: () => {
      if (open.at(-1)?.depth === depth) open.pop();
      depth -= 1;
    },
  });
  parser.end(html);
  return blocks;
}

/** A fenced block of Markdown, read back. */
export interface ReadFence {
  readonly language: string;
  /** Facts of its info string, such as `output=basics/greeting`; those without a value are empty text. */
  readonly facts: Readonly<Record<string, string>>;
  /** Every character between its fences. Absent if a Markdown parser would read another text. */
  readonly text?: string | undefined;
  /** The block as it is in the file. */
  readonly source: string;
}

/** Marks a text whose last line has no line feed: a fence cannot show that. */
const OPEN_END = 'no-final-newline';

interface Node {
  readonly type: string;
  readonly lang?: string | null;
  readonly meta?: string | null;
  readonly value?: string;
  readonly children?: readonly Node[];
  readonly position?: {
    readonly start: { readonly offset?: number };
    readonly end: { readonly offset?: number };
  };
}

/** All blocks of code that a Markdown parser finds in a text, with every character in them. */
export function readFences(markdown: string): ReadFence[] {
  return [...codeNodes(markdownToMdast(markdown) as unknown as Node)].map(node => {
    const source = markdown.slice(node.position?.start.offset, node.position?.end.offset);
    const words = (node.meta ?? '').split(' ').filter(word => word !== '');
    const facts = words.map(word => [word.split('=', 1)[0], word.replace(/^[^=]*=?/, '')]);
    const text = contentOf(source, node.value ?? '', words.includes(OPEN_END));
    return { language: node.lang ?? '', facts: Object.fromEntries(facts), text, source };
  });
}

function* codeNodes(node: Node): Generator<Node> {
  if (node.type === 'code') yield node;
  for (const child of node.children ?? []) yield* codeNodes(child);
}

/** The lines between the fences, without the prefix that a list or a quotation puts before each. */
function contentOf(source: string, parsed: string, openEnd: boolean): string | undefined {
  // In Markdown, a carriage return ends a line too.
  const lines = source.split(/(?<=\n|\r(?!\n))/);
  const prefix = /^(?<prefix>[ \t>]*)(?:`{3,}|~{3,})$/.exec(lines.at(-1) ?? '')?.groups?.prefix;
  if (prefix === undefined) return undefined;
  const inside = lines.slice(1, -1).map(line => {
    if (line.startsWith(prefix)) return line.slice(prefix.length);
    // Before an empty line, the prefix has no blanks at its end.
    const { content, end } = /^(?<content>[^\r\n]*)(?<end>[\r\n]*)$/.exec(line)?.groups ?? {};
    return content === prefix.trimEnd() ? end : undefined;
  });
  if (inside.includes(undefined)) return undefined;
  const text = inside.join('');
  // Parsers differ in what they leave of a carriage return.
  const lineFeeds = (each: string): string => each.replaceAll(/\r\n?/g, '\n');
  if (lineFeeds(text).replace(/\n$/, '') !== lineFeeds(parsed)) return undefined;
  return openEnd ? text.replace(/\n$/, '') : text;
}
