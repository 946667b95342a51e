import type { Example } from '../../core/example/example.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { suggestion } from '../../core/problems/suggest.ts';
import { parseRanges, splitLines } from '../../core/text/lines.ts';
import type { Recording } from '../../core/verdict/recording.ts';
import type { ExampleProps, PropProblem } from '../article/component-props.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import { codeBlock, lineCount, outsideHighlight } from './code-block.ts';
import { exampleFigure, type SoundExample } from './example-figure.ts';
import type { Figure } from './figure.ts';
import { cutOutput } from './output-block.ts';

/** The position of a prop in its article. A prop that is absent has the position of its tag. */
export type At = (prop: string) => Pick<Problem, 'file' | 'line' | 'column'>;

/** `<Example>` → its figure, or everything that is wrong with its props. `anchors` are in use on the page. */
export function buildFigure(
  props: ExampleProps,
  checked: SoundExample,
  highlighter: LineHighlighter,
  anchors: Set<string>,
  at: At,
): Result<Figure> {
  const { example, recorded } = checked;
  const unknown = unknownRegion(example, props.region);
  const code = props.code && unknown.length === 0 ? codeBlock(example, props, highlighter) : undefined;
  const problems = [
    ...unknown,
    ...(code === undefined ? [] : outsideHighlight(code, props, example)),
    ...recorded.flatMap(recording => missingLines(recording, props.outputLines)),
    ...(props.code || props.output ? [] : [NOTHING_SHOWN]),
  ];
  if (problems.length > 0)
    return fail(...problems.map(({ prop, ...problem }) => ({ ...at(prop), ...problem })));
  const { versions: all, promise, ...shared } = exampleFigure(checked, highlighter);
  const versions = (props.output ? all : []).map(({ outputs, ...version }) => ({
    ...version,
    outputs: outputs.map(output => cutOutput(output, props.outputLines)),
  }));
  const isEmpty = versions.every(({ outputs }) => outputs.length === 0);
  return succeed({
    kind: 'figure',
    ...shared,
    anchor: anchorFor(example, props, anchors),
    code,
    versions: isEmpty ? [] : versions,
    promise: isEmpty ? undefined : promise,
  });
}

const NOTHING_SHOWN: PropProblem = {
  prop: 'code',
  title: 'Neither code nor output is shown.',
  remedy: 'Remove code={false} or output={false}.',
};

function unknownRegion({ file, regions }: Example, region: string | undefined): PropProblem[] {
  const known = regions.map(({ name }) => name);
  if (region === undefined || known.includes(region)) return [];
  const remedy =
    known.length === 0
      ? `It has no regions: begin one with "# region ${region}" and end it with "# endregion".`
      : suggestion(region, known);
  return [{ prop: 'region', title: `${file} has no region "${region}".`, remedy }];
}

/** Lines that an output does not have. Every recording counts, also one that this build has not verified. */
function missingLines({ out, err, variant }: Recording, asked: string | undefined): PropProblem[] {
  const last = Math.max(0, ...(parseRanges(asked ?? '') ?? []));
  const short = [out, err ?? '']
    .map(text => splitLines(text).lines.length)
    .find(count => count > 0 && count < last);
  if (asked === undefined || short === undefined) return [];
  const output = variant === undefined ? 'the output' : `the output of ${variant}`;
  const title = `outputLines="${asked}" names lines that ${output} does not have.`;
  return [{ prop: 'outputLines', title, remedy: `It has ${lineCount(short)}.` }];
}

/** The example's name and region; if the page has that anchor, also a word and a number. */
function anchorFor({ id }: Example, { region }: ExampleProps, anchors: Set<string>): string {
  const name = id.split('/').at(-1) ?? id;
  const base = region === undefined ? name : `${name}-${region}`;
  let anchor = base;
  for (let number = 1; anchors.has(anchor); number += 1)
    anchor = number === 1 ? `${base}-example` : `${base}-example-${number}`;
  anchors.add(anchor);
  return anchor;
}
