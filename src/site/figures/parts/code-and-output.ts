import { shownCode, shownText } from '../../../core/example/displayed-code.ts';
import type { Example, VariantFacts } from '../../../core/example/example.ts';
import { escapeHtml } from '../../../core/text/escape-html.ts';
import { parseRanges, showRanges, splitLines } from '../../../core/text/lines.ts';
import { type VariantLine, variantLines } from '../../../core/variant/variant-lines.ts';
import type { FigureProps, PropProblem } from '../../article/component-props.ts';
import type { LineHighlighter } from '../../highlight/plain-highlighter.ts';
import type { CodeBlock, CodeLine, OutputBlock } from './figure.ts';

/** The part of an example's file that a figure shows, highlighted. */
export function codeBlock(
  example: Example,
  { region, block = false, highlight = '' }: FigureProps,
  highlighter: LineHighlighter,
): CodeBlock {
  const shown = shownCode(example, region, block);
  const html = highlighter.lines(shownText(shown), 'python');
  const lines = shown.lines.map(({ line: number }, index): CodeLine => {
    const skipped = number - (shown.lines[index - 1]?.line ?? 0) - 1;
    return { html: html[index] ?? '', number, skip: skipped === 0 ? undefined : highlighter.skip(skipped) };
  });
  const marked = [...(parseRanges(highlight) ?? [])];
  const numbers = marked.flatMap(line => lines[line - 1]?.number ?? []);
  return { lines, marked, highlight: marked.length === 0 ? undefined : showRanges(numbers), region, block };
}

/** The part of an example that a figure shows. */
type ShownPart = Pick<CodeBlock, 'region' | 'block'>;

/** The same part of a variant, line by line, with the lines that its change takes out. */
export function changedPart(
  example: Example,
  { of: original, originalLines }: VariantFacts,
  { region, block }: ShownPart,
): readonly VariantLine[] {
  const [before, now] = [original, example].map(each => shownCode(each, region, block).lines);
  return variantLines(before ?? [], now ?? [], originalLines);
}

/** The part of a variant that a figure shows, highlighted, with removed and added lines. */
export function changedCodeBlock(
  example: Example,
  variant: VariantFacts,
  { region, block }: ShownPart,
  highlighter: LineHighlighter,
): CodeBlock {
  const html = (of: Example): readonly string[] =>
    highlighter.lines(shownText(shownCode(of, region, block)), 'python');
  const [before, now] = [html(variant.of), html(example)];
  let last = 0;
  const lines = changedPart(example, variant, { region, block }).map(({ kind, index, line }): CodeLine => {
    if (kind === 'removed') return { html: before[index] ?? '', number: line, change: kind };
    const skipped = line - last - 1;
    last = line;
    return {
      html: now[index] ?? '',
      number: line,
      skip: skipped === 0 ? undefined : highlighter.skip(skipped),
      change: kind === 'kept' ? undefined : kind,
    };
  });
  return { lines, marked: [], region, block };
}

/** Lines of a variant → the text of a difference: each begins with `-`, `+` or a blank. */
export function differenceText(lines: readonly VariantLine[]): string {
  const signs = { kept: ' ', removed: '-', added: '+' } as const;
  return lines.map(({ kind, text }) => `${signs[kind]}${text}\n`).join('');
}

/** Marked lines that are not shown. If the file's own numbers were used, the remedy has the right ones. */
export function outsideHighlight({ marked, lines }: CodeBlock, { highlight }: FigureProps): PropProblem[] {
  const last = Math.max(0, ...marked);
  if (last <= lines.length) return [];
  const counted = marked.map(line => lines.findIndex(({ number }) => number === line) + 1);
  const inside = marked.filter(line => line <= lines.length);
  const meant = counted.includes(0) ? (inside.length > 0 ? inside : [lines.length]) : counted;
  const count = lines.length === 1 ? '1 line' : `${lines.length} lines`;
  return [
    {
      prop: 'highlight',
      title: `highlight="${highlight}" names line ${last}; the code that is shown has ${count}.`,
      remedy: `Lines are counted in what is shown, from 1: highlight="${showRanges(meant)}"`,
    },
  ];
}

/** A stream of an output → its panel: all lines, or `2-4` alone. It is empty if they do not exist. */
export function outputBlock(
  stream: OutputBlock['stream'],
  text: string,
  highlighter: LineHighlighter,
  range?: string,
): OutputBlock {
  const { lines, closed } = splitLines(text);
  const html = text.includes('\u001B')
    ? highlighter.lines(text, 'ansi').slice(0, lines.length)
    : lines.map(escapeHtml);
  const all = html.length;
  const [from = 1, to = from] = range?.split('-').map(Number) ?? [1, all];
  const exists = to <= all;
  const kept = exists ? html.slice(from - 1, to) : [];
  return {
    stream,
    html: `${kept.join('\n')}${to < all || closed ? '\n' : ''}`,
    lineCount: kept.length,
    lines: range && `${from}-${to}`,
    cutBefore: exists ? from - 1 : all,
    cutAfter: exists ? all - to : 0,
  };
}
