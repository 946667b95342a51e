import { markdownToMdast } from 'satteri';
import { type Node, placeOf } from '../article/mdx-tree.ts';

/** What the info string of a fence says of the block, as the attributes of a page's `<pre>` do: `output=basics/greeting stream=out`. */
export type FenceFacts = Readonly<Record<string, string | boolean | undefined>>;

/** A fenced block of Markdown, read back. */
export interface ReadFence {
  readonly language: string;
  /** Facts of its info string; those without a value are empty text. */
  readonly facts: Readonly<Record<string, string>>;
  /** Every character between its fences. Absent where a parser of Markdown would read something else than what stands there. */
  readonly text?: string | undefined;
  /** The block as it stands. */
  readonly source: string;
}

/** Said of a text whose last line is not ended: a fence cannot show it. */
const OPEN_END = 'no-final-newline';

/** A text → a fenced block that holds it character by character, longer fences than any in it. */
export function fenced(language: string, facts: FenceFacts, text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  const closed = text === '' || text.endsWith('\n');
  const said = Object.entries({ ...facts, [OPEN_END]: !closed }).flatMap(([name, value]) =>
    value === undefined || value === false ? [] : [value === true ? name : `${name}=${value}`],
  );
  return `${fence}${[language, ...said].join(' ')}\n${text}${closed ? '' : '\n'}${fence}`;
}

/** All blocks of code of a Markdown text, as a parser of Markdown finds them, with the very characters that stand in them. */
export function readFences(markdown: string): ReadFence[] {
  return [...codeNodes(markdownToMdast(markdown) as unknown as Node)].map(node => {
    const { start, end } = placeOf(node);
    const source = markdown.slice(start, end);
    const facts = Object.fromEntries(
      (node.meta ?? '')
        .split(' ')
        .filter(word => word !== '')
        .map(word => [word.split('=', 1)[0] ?? word, word.slice((word.split('=', 1)[0]?.length ?? 0) + 1)]),
    );
    return {
      language: node.lang ?? '',
      facts,
      text: contentOf(source, node.value ?? '', OPEN_END in facts),
      source,
    };
  });
}

function* codeNodes(node: Node): Generator<Node> {
  if (node.type === 'code') yield node;
  for (const child of node.children ?? []) yield* codeNodes(child);
}

/**
 * The lines between the fences, without what a list or a quotation puts before each. An empty line has its prefix
 * without the blanks at the end.
 */
function contentOf(source: string, parsed: string, openEnd: boolean): string | undefined {
  const lines = markdownLines(source);
  const prefix = /^(?<prefix>[ \t>]*)(?:`{3,}|~{3,})$/.exec(lines.at(-1) ?? '')?.groups?.prefix;
  if (prefix === undefined) return undefined;
  const inside = lines.slice(1, -1).map(line => {
    if (line.startsWith(prefix)) return line.slice(prefix.length);
    const { content, end } = /^(?<content>[^\r\n]*)(?<end>[\r\n]*)$/.exec(line)?.groups ?? {};
    return content === prefix.trimEnd() ? end : undefined;
  });
  if (inside.includes(undefined)) return undefined;
  const text = inside.join('');
  if (lineFeeds(text).replace(/\n$/, '') !== lineFeeds(parsed)) return undefined;
  return openEnd ? text.replace(/\n$/, '') : text;
}

/** A text with each of its lines ended alike: parsers differ in what they leave of a carriage return. */
function lineFeeds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

/** Lines with what ends them. To Markdown, a carriage return ends a line. */
export function markdownLines(text: string): string[] {
  return text.split(/(?<=\n|\r(?!\n))/);
}
