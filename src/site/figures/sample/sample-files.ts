import { decode, type Example } from '../../../core/example/example.ts';
import { escapeHtml } from '../../../core/text/escape-html.ts';
import { UNSAFE } from '../../../core/text/invisible.ts';
import type { LineHighlighter } from '../../highlight/plain-highlighter.ts';

/** A file beside the one that runs, as a tab shows it. */
export interface SampleFile {
  /** Its path below the folder of the example. */
  readonly name: string;
  readonly bytes: number;
  /** What is shown of it; absent if it is no text, or if its first lines are too long already. */
  readonly text?: string | undefined;
  /** Its lines as HTML. */
  readonly lines: readonly string[];
  /** How many lines are not shown. */
  readonly cut: number;
  readonly isText: boolean;
}

/** The files of an example that are not the one that runs. */
export interface SampleFiles {
  readonly tabs: readonly SampleFile[];
  /** Files for which a figure has no room, by name and size. */
  readonly others: readonly Pick<SampleFile, 'name' | 'bytes'>[];
}

/** Tabs beside that of the file that runs: a figure with more is a folder, and nobody reads it through. */
const MAX_TABS = 8;
/** Bytes of all files that a figure shows whole: the length of two screens for each of a few files. */
const MAX_BYTES = 20_000;
const MAX_LINES = 200;
/** What is shown of a longer text. */
const HEAD = { lines: 20, bytes: 2000 } as const;

/** Grammars of files, by the ending of their names. */
const GRAMMARS: Readonly<Record<string, string>> = {
  py: 'python',
  json: 'json',
  toml: 'toml',
  yaml: 'yaml',
  yml: 'yaml',
  sh: 'sh',
};

/** What a figure shows beside the file that runs; undefined if the example is that file alone. */
export function sampleFiles(example: Example, highlighter: LineHighlighter): SampleFiles | undefined {
  if (example.files.size === 1) return undefined;
  const names = [...example.files.keys()].filter(name => name !== example.entry).sort(programsFirst);
  let room = MAX_BYTES;
  const tabs = names.slice(0, MAX_TABS).map(name => {
    const file = sampleFile(name, example.files.get(name) ?? new Uint8Array(), room, highlighter);
    if (file.cut === 0 && file.text !== undefined) room -= file.bytes;
    return file;
  });
  const others = names
    .slice(MAX_TABS)
    .map(name => ({ name, bytes: example.files.get(name)?.byteLength ?? 0 }));
  return { tabs, others };
}

function programsFirst(one: string, other: string): number {
  const rank = (name: string): string => `${name.endsWith('.py') ? 0 : 1}${name}`;
  return rank(one) < rank(other) ? -1 : 1;
}

function sampleFile(
  name: string,
  content: Uint8Array,
  room: number,
  highlighter: LineHighlighter,
): SampleFile {
  const bytes = content.byteLength;
  const all = decode(content);
  // Windows ends lines with two characters; a carriage return elsewhere would be seen by nobody.
  const isText = all?.replaceAll('\r\n', '\n').search(UNSAFE) === -1;
  if (all === undefined || !isText) return { name, bytes, lines: [], cut: 0, isText: false };
  const lines = all.split(/(?<=\n)/);
  const isWhole = bytes <= room && lines.length <= MAX_LINES;
  const head = lines.slice(0, HEAD.lines).join('');
  const text = isWhole ? all : new TextEncoder().encode(head).length <= HEAD.bytes ? head : undefined;
  const cut = isWhole ? 0 : text === undefined ? lines.length : lines.length - HEAD.lines;
  const shown = text === undefined ? [] : linesOf(text, name, highlighter);
  return { name, bytes, text, lines: shown, cut: Math.max(0, cut), isText: true };
}

/** The lines of a text as HTML, each with the line feed that it has. */
function linesOf(text: string, name: string, highlighter: LineHighlighter): readonly string[] {
  const grammar = GRAMMARS[name.split('.').at(-1) ?? ''];
  const lines = text.split(/(?<=\n)/).filter(line => line !== '');
  // The grammars read the ends of lines in their own way: such a file has no colors.
  const html = grammar === undefined || text.includes('\r') ? [] : highlighter.lines(text, grammar);
  return lines.map((line, index) => {
    const end = line.endsWith('\n') ? '\n' : '';
    return `${html[index] ?? escapeHtml(line.slice(0, line.length - end.length))}${end}`;
  });
}
