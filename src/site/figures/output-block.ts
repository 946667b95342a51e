import { stripVTControlCharacters } from 'node:util';
import { splitLines } from '../../core/text/lines.ts';
import { escapeHtml } from '../../core/text/escape-html.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import type { OutputBlock } from './figure.ts';

/** A stream of an output → its panel, with all lines. */
export function outputBlock(
  stream: OutputBlock['stream'],
  text: string,
  highlighter: LineHighlighter,
): OutputBlock {
  const { lines, closed } = splitLines(text);
  const html = text.includes('\u001B')
    ? highlighter.lines(onlyColors(text), 'ansi').slice(0, lines.length)
    : lines.map(escapeHtml);
  return {
    stream,
    label: stream === 'out' ? 'Output' : 'Error output',
    html: `${html.join('\n')}${closed ? '\n' : ''}`,
    lineCount: html.length,
    cutBefore: 0,
    cutAfter: 0,
  };
}

/** A panel with the lines `2-4` alone, or with all if there is no range. It is empty if they do not exist. */
export function cutOutput(whole: OutputBlock, range: string | undefined): OutputBlock {
  if (range === undefined) return whole;
  const { lines, closed } = splitLines(whole.html);
  const [from = 1, to = from] = range.split('-').map(Number);
  const exists = to <= whole.lineCount;
  const kept = exists ? lines.slice(from - 1, to) : [];
  return {
    ...whole,
    html: `${kept.join('\n')}${to < whole.lineCount || closed ? '\n' : ''}`,
    lineCount: kept.length,
    lines: `${from}-${to}`,
    cutBefore: exists ? from - 1 : whole.lineCount,
    cutAfter: exists ? whole.lineCount - to : 0,
  };
}

/** An output whose only control sequences are colors: links, cursor moves and titles are for terminals. */
function onlyColors(text: string): string {
  return text
    .split(/(\u001B\[[\d;:]*m)/)
    .map((part, index) => (index % 2 === 1 ? part : stripVTControlCharacters(part)))
    .join('');
}
