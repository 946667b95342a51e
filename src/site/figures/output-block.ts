import { stripVTControlCharacters } from 'node:util';
import { splitLines } from '../../core/text/lines.ts';
import { parseRanges } from '../../core/text/ranges.ts';
import { escapeHtml } from '../../core/text/escape-html.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import type { OutputBlock } from './figure.ts';

/** A stream of an output → its panel. @param range the lines to show of it, such as `2-4`; absent: all */
export function outputBlock(
  stream: OutputBlock['stream'],
  text: string,
  range: string | undefined,
  highlighter: LineHighlighter,
): OutputBlock {
  const { lines, closed } = splitLines(text);
  const html = text.includes('\u001B')
    ? highlighter.lines(onlyColors(text), 'ansi').slice(0, lines.length)
    : lines.map(escapeHtml);
  const whole: OutputBlock = {
    stream,
    label: stream === 'out' ? 'Output' : 'Error output',
    html: `${html.join('\n')}${closed ? '\n' : ''}`,
    lineCount: html.length,
    cutBefore: 0,
    cutAfter: 0,
  };
  return range === undefined ? whole : cutOutput(whole, range);
}

/** A panel of all lines → a panel of some of them. A range that the output does not have gives a panel without lines. */
export function cutOutput(whole: OutputBlock, range: string): OutputBlock {
  const { lines, closed } = splitLines(whole.html);
  const asked = [...(parseRanges(range) ?? [])];
  const [from, to] = asked.length === 0 ? [1, whole.lineCount] : [asked[0] ?? 1, asked.at(-1) ?? 1];
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
