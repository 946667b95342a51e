import { shownCode, shownText } from '../../../core/example/displayed-code.ts';
import type { Example, VariantFacts } from '../../../core/example/example.ts';
import { namedLines } from '../../../core/example/shown/named-lines.ts';
import { escapeHtml } from '../../../core/text/escape-html.ts';
import { splitLines } from '../../../core/text/lines.ts';
import { type VariantLine, variantLines } from '../../../core/variant/variant-lines.ts';
import type { FigureProps, PropProblem } from '../../article/component-props.ts';
import type { LineHighlighter } from '../../highlight/plain-highlighter.ts';
import type { CodeBlock, CodeLine, OutputBlock } from './figure.ts';

/** The part of an example's file that a figure shows, highlighted. `marked` are lines of the file. */
export function codeBlock(
  example: Example,
  { region, block = false }: FigureProps,
  marked: readonly number[],
  highlighter: LineHighlighter,
): CodeBlock {
  const shown = shownCode(example, region, block);
  const html = highlighter.lines(shownText(shown), 'python');
  const lines = shown.lines.map(({ line: number, text }, index): CodeLine => {
    const last = shown.lines[index - 1]?.line ?? 0;
    return { html: html[index] ?? '', number, ...lineClasses(number - last - 1, text, highlighter) };
  });
  return { lines, marked, region, block };
}

/** Columns of code that a phone of 320 pixels shows. */
const PHONE_COLUMNS = 26;

/** Classes of a line above which `skipped` lines are not shown. */
function lineClasses(
  skipped: number,
  text: string,
  { skip, indent }: LineHighlighter,
): Pick<CodeLine, 'skip' | 'indent' | 'isLong'> {
  const columns = Math.max(0, text.search(/\S/));
  return {
    skip: skipped === 0 ? undefined : skip(skipped),
    indent: columns === 0 ? undefined : indent(columns),
    isLong: (/^\s*\S*/.exec(text)?.[0].length ?? 0) > PHONE_COLUMNS || undefined,
  };
}

/** The lines that a figure marks, or what is wrong with its prop. */
export function markedLines(
  example: Example,
  { region, block, highlight }: FigureProps,
): { readonly lines: readonly number[]; readonly problems: readonly PropProblem[] } {
  if (highlight === undefined) return { lines: [], problems: [] };
  const found = namedLines('highlight', highlight, example, shownCode(example, region, block).lines);
  if (found.title === undefined) return { lines: found.lines, problems: [] };
  return { lines: [], problems: [{ prop: 'highlight', ...found }] };
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
  const lines = changedPart(example, variant, { region, block }).map((each): CodeLine => {
    const { kind, index, line, text } = each;
    if (kind === 'removed')
      return { html: before[index] ?? '', number: line, change: kind, ...lineClasses(0, text, highlighter) };
    const classes = lineClasses(line - last - 1, text, highlighter);
    last = line;
    return { html: now[index] ?? '', number: line, change: kind === 'kept' ? undefined : kind, ...classes };
  });
  return { lines, marked: [], region, block };
}

/** Lines of a variant → the text of a difference: each begins with `-`, `+` or a blank. */
export function differenceText(lines: readonly VariantLine[]): string {
  const signs = { kept: ' ', removed: '-', added: '+' } as const;
  return lines.map(({ kind, text }) => `${signs[kind]}${text}\n`).join('');
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
