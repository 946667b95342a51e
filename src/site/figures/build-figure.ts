import type { Example } from '../../core/example/example.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { suggestion } from '../../core/problems/suggest.ts';
import { splitLines } from '../../core/text/lines.ts';
import { parseRanges } from '../../core/text/ranges.ts';
import type { Recording } from '../../core/verdict/recording.ts';
import type { ExampleProps } from '../article/component-props.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import { codeBlock, highlightProblem, lineCount } from './code-block.ts';
import type { ExampleFigure } from './example-figure.ts';
import type { Figure } from './figure.ts';
import { cutOutput } from './output-block.ts';

/** What is wrong with one prop of a reference. */
type PropProblem = Pick<Problem, 'title' | 'remedy'> & { readonly prop: string };

/** Where a prop is in its article; of one that is not there, where its tag is. */
export type At = (prop: string) => Pick<Problem, 'file' | 'line' | 'column'>;

/** `<Example>` with its props → the figure, or everything that is wrong with the props. @param anchors those taken on the page */
export function buildFigure(
  props: ExampleProps,
  base: ExampleFigure,
  recorded: readonly Recording[],
  highlighter: LineHighlighter,
  anchors: Set<string>,
  at: At,
): Result<Figure> {
  const { example, versions: whole, promise, ...shared } = base;
  const unknown = unknownRegion(example, props.region);
  const code = props.code && unknown === undefined ? codeBlock(example, props, highlighter) : undefined;
  const outside = code && highlightProblem(code, props, example);
  const problems = [
    ...(unknown === undefined ? [] : [{ prop: 'region', ...unknown }]),
    ...(outside === undefined ? [] : [{ prop: 'highlight', ...outside }]),
    ...recorded.flatMap(recording => missingLines(recording, props.outputLines)),
    ...(props.code || props.output ? [] : [NOTHING_SHOWN]),
  ];
  if (problems.length > 0)
    return fail(...problems.map(({ prop, ...problem }) => ({ ...at(prop), ...problem })));
  const versions = props.output ? whole.map(version => cutVersion(version, props.outputLines)) : [];
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

function unknownRegion(example: Example, region: string | undefined): Omit<PropProblem, 'prop'> | undefined {
  const known = example.regions.map(({ name }) => name);
  if (region === undefined || known.includes(region)) return undefined;
  return {
    title: `${example.file} has no region "${region}".`,
    remedy:
      known.length === 0
        ? `It has no regions: begin one with "# region ${region}" and end it with "# endregion".`
        : suggestion(region, known),
  };
}

/** Lines that an output does not have. Every recording counts, also one that this build has not verified. */
function missingLines({ out, err, variant }: Recording, asked: string | undefined): PropProblem[] {
  const last = Math.max(0, ...(parseRanges(asked ?? '') ?? []));
  const short = [out, err ?? '']
    .map(text => splitLines(text).lines.length)
    .find(count => count > 0 && count < last);
  if (asked === undefined || short === undefined) return [];
  return [
    {
      prop: 'outputLines',
      title: `outputLines="${asked}" names lines that the output${variant === undefined ? '' : ` of ${variant}`} does not have.`,
      remedy: `It has ${lineCount(short)}.`,
    },
  ];
}

function cutVersion(
  version: Figure['versions'][number],
  range: string | undefined,
): Figure['versions'][number] {
  return range === undefined
    ? version
    : { ...version, outputs: version.outputs.map(output => cutOutput(output, range)) };
}

/** The example's name, with its region; if the page has that anchor already, with a word and a number more. */
function anchorFor({ id }: Example, { region }: ExampleProps, anchors: Set<string>): string {
  const name = id.split('/').at(-1) ?? id;
  const base = region === undefined ? name : `${name}-${region}`;
  let anchor = base;
  for (let number = 1; anchors.has(anchor); number += 1)
    anchor = number === 1 ? `${base}-example` : `${base}-example-${number}`;
  anchors.add(anchor);
  return anchor;
}
