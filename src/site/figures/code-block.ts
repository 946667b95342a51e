import { shownCode, shownText } from '../../core/example/displayed-code.ts';
import type { Example } from '../../core/example/example.ts';
import { parseRanges, showRanges } from '../../core/text/lines.ts';
import type { ExampleProps, PropProblem } from '../article/component-props.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import { type CodeBlock, skipClass, skippedBefore } from './figure.ts';

type CodeProps = Pick<ExampleProps, 'region' | 'block' | 'highlight'>;

/** The part of an example's file that a figure shows, highlighted. */
export function codeBlock(example: Example, props: CodeProps, highlighter: LineHighlighter): CodeBlock {
  const shown = shownCode(example, props.region, props.block);
  const numbers = shown.lines.map(({ line }) => line);
  const marked = [...(parseRanges(props.highlight ?? '') ?? [])];
  const code: CodeBlock = {
    lines: highlighter.lines(shownText(shown), 'python').slice(0, numbers.length),
    numbers,
    marked,
    highlight: marked.length === 0 ? undefined : showRanges(marked.flatMap(line => numbers[line - 1] ?? [])),
    region: props.region,
    block: props.block,
  };
  for (const index of numbers.keys()) {
    const skipped = skippedBefore(code, index);
    const name = skipClass(skipped);
    if (name !== undefined) highlighter.skip(name, skipped);
  }
  return code;
}

/** Marked lines that are not shown. If the file's own numbers were used, the remedy has the right ones. */
export function outsideHighlight(
  { marked, lines }: CodeBlock,
  { highlight, region, block }: CodeProps,
  example: Example,
): PropProblem[] {
  const last = Math.max(0, ...marked);
  if (last <= lines.length) return [];
  const shown = shownCode(example, region, block);
  const counted = marked.map(line => shown.lines.findIndex(each => each.line === line) + 1);
  const meant = counted.includes(0) ? '' : ` Counted so: highlight="${showRanges(counted)}"`;
  const count = lineCount(lines.length);
  return [
    {
      prop: 'highlight',
      title: `highlight="${highlight}" names line ${last}; the code that is shown has ${count}.`,
      remedy: `Lines are counted in what is shown, from 1.${meant}`,
    },
  ];
}

/** `1 line`, `4 lines`. */
export const lineCount = (lines: number): string => `${lines} ${lines === 1 ? 'line' : 'lines'}`;
