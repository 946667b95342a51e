import type { Words } from '../../../core/words/en/en.ts';
import { ANY, beginningOf, escaped, patternOf } from './sentence-pattern.ts';
import { markdownToMdast } from 'satteri';

/** A fenced block of Markdown, read back. */
export interface ReadFence {
  readonly language: string;
  /** Facts of its info string, such as `output=basics/greeting`; those without a value are empty text. */
  readonly facts: Readonly<Record<string, string>>;
  /** Every character between its fences. Absent if a Markdown parser would read another text. */
  readonly text?: string | undefined;
  /** The block as it is in the file. */
  readonly source: string;
  /** Where it is in the file, as offsets. */
  readonly start: number;
  readonly end: number;
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

/** What sentences between the blocks say of runs. */
function claimPattern({ result, runLine, timeline }: Words): RegExp {
  const verified = [result.verified(ANY, ''), timeline.proof(ANY)].map(beginningOf).map(escaped);
  return new RegExp(
    [
      String.raw`^${escaped(beginningOf(runLine.notShown(ANY, '')))}[^\n]*`,
      String.raw`^${escaped(runLine.archive)} \S+\.zip$`,
      String.raw`^${escaped(beginningOf(result.outcome(ANY, '')))}\d+, [^\n]*`,
      patternOf(result.by(ANY, ''), '[^()]*'),
      `${patternOf(result.runsInBrowser(ANY, ANY), String.raw`[^()\n]*`)}[.]`,
      String.raw`^${escaped(result.notInBrowser)}[^\n]*`,
      String.raw`(?:${verified.join('|')})[^()\n]*?\.(?= |\n|$)`,
    ].join('|'),
    'gm',
  );
}

/** The claims of a text that something was verified, outside of its blocks of code. */
export function readClaims(markdown: string, words: Words): string[] {
  const text = textOutsideCode(markdownToMdast(markdown) as unknown as Node);
  return text.match(claimPattern(words)) ?? [];
}

/** Nodes after which another line begins. */
const ENDS_LINE: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableRow']);

function textOutsideCode({ type, value = '', children = [] }: Node): string {
  if (type === 'code') return '\n';
  return `${value}${children.map(textOutsideCode).join('')}${ENDS_LINE.has(type) ? '\n' : ''}`;
}

/** All blocks of code that a Markdown parser finds in a text, with every character in them. */
export function readFences(markdown: string): ReadFence[] {
  return [...codeNodes(markdownToMdast(markdown) as unknown as Node)].map(node => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? markdown.length];
    const source = markdown.slice(start, end);
    const words = (node.meta ?? '').split(' ').filter(word => word !== '');
    const facts = words.map(word => [word.split('=', 1)[0], word.replace(/^[^=]*=?/, '')]);
    const text = contentOf(source, node.value ?? '', words.includes(OPEN_END));
    return { language: node.lang ?? '', facts: Object.fromEntries(facts), text, source, start, end };
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
