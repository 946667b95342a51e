import { shownCode, shownText } from '../../core/example/displayed-code.ts';
import type { Example, VariantFacts } from '../../core/example/example.ts';
import { type ChangedLine, changedLines } from '../../core/variant/changed-lines.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import type { CodeBlock, CodeLine } from './figure.ts';

/** The part of an example that a figure shows. */
type ShownPart = Pick<CodeBlock, 'region' | 'block'>;

/** The same part of a variant, line by line, with the lines that its change takes out. */
export function changedPart(
  example: Example,
  { of: original, originalLines }: VariantFacts,
  { region, block }: ShownPart,
): readonly ChangedLine[] {
  const [before, now] = [original, example].map(each => shownCode(each, region, block).lines);
  return changedLines(before ?? [], now ?? [], originalLines);
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
export function differenceText(lines: readonly ChangedLine[]): string {
  const signs = { kept: ' ', removed: '-', added: '+' } as const;
  return lines.map(({ kind, text }) => `${signs[kind]}${text}\n`).join('');
}
