import { markdownToMdast } from 'satteri';
import { type Node, positionOf, walk } from '../article/mdx-tree.ts';

/** Facts in the info string of a fence, as in the attributes of a page's `<pre>`: `output=basics/greeting stream=out`. */
export type FenceFacts = Readonly<Record<string, string | boolean | undefined>>;

/** A fenced block, read back. */
export interface ReadFence {
  readonly language: string;
  /** Facts of its info string. A fact without a value is empty text. */
  readonly facts: Readonly<Record<string, string>>;
  /** Every character between its fences. Absent if a parser of Markdown reads something else. */
  readonly text?: string | undefined;
  /** The block with its fences. */
  readonly source: string;
}

/** Marks a text whose last line has no line feed: the fence needs one. */
const OPEN_END = 'no-final-newline';

/** A text → a fenced block that holds every character of it. Its fences are longer than any in the text. */
export function fenced(language: string, facts: FenceFacts, text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  const closed = text === '' || text.endsWith('\n');
  const info = Object.entries({ ...facts, [OPEN_END]: !closed })
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? name : `${name}=${value}`));
  return `${fence}${[language, ...info].join(' ')}\n${text}${closed ? '' : '\n'}${fence}`;
}

/** All blocks of code of a Markdown text, with exactly the characters that are in them. */
export function readFences(markdown: string): ReadFence[] {
  const tree = markdownToMdast(markdown) as unknown as Node;
  return [...walk(tree)]
    .filter(({ type }) => type === 'code')
    .map(node => {
      const { start, end } = positionOf(node);
      const source = markdown.slice(start, end);
      const facts = Object.fromEntries(
        [...(node.meta ?? '').matchAll(/([^\s=]+)(?:=(\S*))?/g)].map(([, name = '', value = '']) => [
          name,
          value,
        ]),
      );
      const text = contentOf(source, node.value ?? '', OPEN_END in facts);
      return { language: node.lang ?? '', facts, text, source };
    });
}

/** The lines between the fences, without the prefix that a list or a quotation puts before each. */
function contentOf(source: string, parsed: string, openEnd: boolean): string | undefined {
  const lines = markdownLines(source);
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
  if (lineFeeds(text).replace(/\n$/, '') !== lineFeeds(parsed)) return undefined;
  return openEnd ? text.replace(/\n$/, '') : text;
}

/** Parsers differ in what they leave of a carriage return, so texts are compared without. */
function lineFeeds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

/** Lines with their ends. In Markdown, a carriage return ends a line. */
function markdownLines(text: string): string[] {
  return text.split(/(?<=\n|\r(?!\n))/);
}
