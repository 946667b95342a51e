import { stripVTControlCharacters } from 'node:util';
import { contractSentence } from '../../core/contract/describe-contract.ts';
import { expectedExit } from '../../core/contract/contract-schema.ts';
import type { Example } from '../../core/example/example.ts';
import { splitLines } from '../../core/text/lines.ts';
import { capture } from '../../core/text/plain-output.ts';
import { suggestion } from '../../core/problems/suggest.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { buildOf, newestFirst, pythonName, pythonNames, tagOf } from '../../core/python-version.ts';
import { parseRanges, showRanges } from '../../core/text/ranges.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { shownCode, shownText } from '../../core/example/displayed-code.ts';
import {
  type AnyFigure,
  type CodeBlock,
  type Figure,
  type FigureVersion,
  type OutputBlock,
  skipClass,
  skippedBefore,
  type ValueFigure,
} from './figure.ts';
import { type LineHighlighter, PLAIN } from '../highlight/plain-highlighter.ts';
import { escapeHtml } from '../../core/text/escape-html.ts';
import {
  exampleProps,
  type ExampleProps,
  outputProps,
  propProblems,
  valueProps,
} from '../article/component-props.ts';
import { type Proof, type Proofs, type ProvedRecording } from './example-proofs.ts';
import { idOf } from '../../core/example/example-id.ts';
import type { Reference } from '../article/parse-mdx.ts';

/** A reference in an article → what the page shows in its place, or what the author has to mend. `anchors` are those taken on the page. */
export function resolve(
  reference: Reference,
  file: string,
  proofs: Proofs,
  highlighter: LineHighlighter,
  anchors: Set<string>,
): Result<AnyFigure> {
  const { component, place, spots } = reference;
  const at: At = prop => ({ file, ...(spots[prop] ?? { line: place.line, column: place.column }) });
  const wrong = propProblems(component, reference.props);
  const problems = wrong.map(({ prop, title, remedy }): Problem => ({ ...at(prop), title, remedy }));
  // A prop that is wrong hides nothing that is wrong with the others.
  const props = Object.fromEntries(
    Object.entries(reference.props).filter(([name]) => !wrong.some(({ prop }) => prop === name)),
  );
  if (typeof props.file !== 'string') return fail(...problems);
  const proof = proofs.get(idOf(props.file));
  if (proof === undefined)
    return fail(...problems, {
      ...at('file'),
      title: `There is no example ${props.file}.`,
      remedy: noExample(props.file, proofs),
    });
  // Its own problems are reported where they are: in the example.
  if (proof.example === undefined) return fail(...problems, ...proof.entry.problems);
  const known = proof as Known;
  const resolved =
    component === 'Value'
      ? value({ ...reference, props }, known, at)
      : figure(
          component === 'Output'
            ? { ...exampleProps.parse(outputProps.parse(props)), code: false }
            : exampleProps.parse(props),
          known,
          at,
          highlighter,
          anchors,
        );
  return problems.length === 0 ? resolved : fail(...problems, ...(resolved.problems ?? []));
}

type Known = Proof & { readonly example: Example };
/** Where a prop stands, or else its tag. */
type At = (prop: string) => Pick<Problem, 'file' | 'line' | 'column'>;

function noExample(asked: string, proofs: Proofs): string {
  const known = [...proofs.values()].map(({ entry }) =>
    entry.file.replace(/^[^/]+\//, '').replace(/\/main\.py$/, ''),
  );
  const below = asked.replace(/^(?:\.{0,2}\/)*examples\//, '');
  if (below !== asked && proofs.has(idOf(below))) return `The path begins below examples/: file="${below}"`;
  return `${suggestion(asked, known)} A new one: npm run new -- ${idOf(below)}`.trim();
}

function figure(
  props: ExampleProps,
  proof: Known,
  at: At,
  highlighter: LineHighlighter,
  anchors: Set<string>,
): Result<Figure> {
  const { example, entry, proved, recorded, unproved } = proof;
  const { contract } = example;
  const problems: Problem[] = [];
  const isRegion = props.region === undefined || example.regions.some(({ name }) => name === props.region);
  if (!isRegion) {
    const known = example.regions.map(({ name }) => name);
    problems.push({
      ...at('region'),
      title: `${example.file} has no region "${props.region}".`,
      remedy:
        known.length === 0
          ? `It has no regions: begin one with "# region ${props.region}" and end it with "# endregion".`
          : suggestion(props.region ?? '', known),
    });
  }
  const code = props.code && isRegion ? codeBlock(example, props, highlighter) : undefined;
  if (code !== undefined) problems.push(...outside(code, props, example, at));
  const versions = props.output ? proved.map(each => versionOf(each, props.outputLines, highlighter)) : [];
  // All that was recorded is judged, whether or not this build proved it.
  for (const { variant, outputs } of props.outputLines === undefined
    ? []
    : recorded.map(recording => versionOf({ recording, pythons: [] }, props.outputLines, PLAIN))) {
    const cut = outputs.find(({ lineCount }) => lineCount === 0);
    if (cut !== undefined)
      problems.push({
        ...at('outputLines'),
        title: `outputLines="${props.outputLines}" names lines that the output${variant === undefined ? '' : ` of ${variant}`} does not have.`,
        remedy: `It has ${countOf(cut.cutBefore)}.`,
      });
  }
  if (!props.code && !props.output)
    problems.push({
      ...at('code'),
      title: 'Neither code nor output is shown.',
      remedy: 'Remove code={false} or output={false}.',
    });
  if (problems.length > 0) return fail(...problems);
  const exit = expectedExit(contract);
  const reason = entry.problems[0]?.title ?? entry.verdict;
  return succeed({
    kind: 'figure',
    anchor: anchorFor(example, props, anchors),
    id: example.id,
    title: contract.title ?? example.entry,
    entry: example.entry,
    code,
    versions: versions.every(({ outputs }) => outputs.length === 0) ? [] : versions,
    exit: exit === 0 ? undefined : exit,
    promise: versions.every(({ outputs }) => outputs.length === 0) ? undefined : contractSentence(contract),
    verdict: entry.verdict,
    python:
      proved.length === 0 ? entry.python : pythonNames(newestFirst(proved.flatMap(({ pythons }) => pythons))),
    notVerified: entry.verdict === 'verified' || entry.verdict === 'skipped' ? undefined : reason,
    skipped: entry.verdict === 'skipped' ? reason : undefined,
    otherVersions: unproved.length === 0 ? undefined : pythonNames(unproved.map(buildOf)),
  });
}

/** Marked lines that are not shown. Who took the numbers of the file is told those of what is shown. */
function outside(
  { marked, lines }: CodeBlock,
  { highlight, region, block }: ExampleProps,
  example: Example,
  at: At,
): Problem[] {
  const last = Math.max(0, ...marked);
  if (last <= lines.length) return [];
  const shown = shownCode(example, region, block);
  const counted = marked.map(line => shown.lines.findIndex(each => each.line === line) + 1);
  const meant = counted.includes(0) ? '' : ` Counted so: highlight="${showRanges(counted)}"`;
  return [
    {
      ...at('highlight'),
      title: `highlight="${highlight}" names line ${last}; the code that is shown has ${countOf(lines.length)}.`,
      remedy: `Lines are counted in what is shown, from 1.${meant}`,
    },
  ];
}

function versionOf(
  { recording: { out, err, variant }, pythons }: ProvedRecording,
  asked: string | undefined,
  highlighter: LineHighlighter,
): FigureVersion {
  const streams = [
    ['out', out],
    ['err', err],
  ] as const;
  return {
    variant,
    label: [...new Set(pythons.map(python => pythonName(buildOf(tagOf(python)))))].join(', '),
    python: pythonNames(pythons),
    outputs: streams.flatMap(([stream, text]) =>
      text === undefined || text === '' ? [] : [outputBlock(stream, text, asked, highlighter)],
    ),
  };
}

function codeBlock(example: Example, props: ExampleProps, highlighter: LineHighlighter): CodeBlock {
  const shown = shownCode(example, props.region, props.block);
  const lines = highlighter.lines(shownText(shown), 'python').slice(0, shown.lines.length);
  const marked = [...(parseRanges(props.highlight ?? '') ?? [])];
  const numbers = shown.lines.map(({ line }) => line);
  const code: CodeBlock = {
    lines,
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

const countOf = (lines: number): string => `${lines} ${lines === 1 ? 'line' : 'lines'}`;

/** An output whose only control sequences are colours: links, cursor moves and titles are for terminals. */
function onlyColours(text: string): string {
  return text
    .split(/(\u001B\[[\d;:]*m)/)
    .map((part, index) => (index % 2 === 1 ? part : stripVTControlCharacters(part)))
    .join('');
}

/** A stream of an output → its panel; `asked` are the lines to show of it. */
export function outputBlock(
  stream: 'out' | 'err',
  text: string,
  asked: string | undefined,
  highlighter: LineHighlighter,
): OutputBlock {
  const all = splitLines(text);
  const range = [...(parseRanges(asked ?? '') ?? [])];
  const [from, to] = range.length === 0 ? [1, all.lines.length] : [range[0] ?? 1, range.at(-1) ?? 1];
  const exists = to <= all.lines.length;
  const html = text.includes('\u001B')
    ? highlighter.lines(onlyColours(text), 'ansi')
    : all.lines.map(escapeHtml);
  const lines = exists ? html.slice(from - 1, to) : [];
  const closed = to < all.lines.length || all.closed;
  return {
    stream,
    label: stream === 'out' ? 'Output' : 'Error output',
    html: `${lines.join('\n')}${closed ? '\n' : ''}`,
    lineCount: lines.length,
    lines: range.length === 0 ? undefined : `${from}-${to}`,
    cutBefore: exists ? from - 1 : all.lines.length,
    cutAfter: exists ? all.lines.length - to : 0,
  };
}

/** A value in the text is that of the recording for all versions, whether or not this build proved it. */
function value(
  { props, text }: Pick<Reference, 'props' | 'text'>,
  { example, proved: [shown], recorded }: Known,
  at: At,
): Result<ValueFigure> {
  const { success, data } = valueProps.safeParse(props);
  // What it does not say was told before.
  if (!success) return fail();
  const { match } = data;
  const recording = shown?.recording ?? recorded[0];
  const figure = { kind: 'value', id: example.id, match, text } as const;
  if (recording === undefined) return succeed(figure);
  const captured = capture(recording.out, match);
  if (captured === undefined)
    return fail({
      ...at('match'),
      title: `Nothing in the output of ${example.file} matches ${match}.`,
      remedy: 'Mend match: it is looked for in each line of the recorded output.',
    });
  if (captured === text) return succeed(figure);
  return fail({
    ...at(''),
    title: `The text says "${text}", and ${example.file} printed "${captured}".`,
    remedy: `<Value file="${String(props.file)}" match="${match}">${captured}</Value>`,
  });
}

/** The example's name, with its region; where the page has that already, with a word and a number more. */
function anchorFor({ id }: Example, { region }: ExampleProps, anchors: Set<string>): string {
  const name = id.split('/').at(-1) ?? id;
  const base = region === undefined ? name : `${name}-${region}`;
  let anchor = base;
  for (let number = 1; anchors.has(anchor); number += 1)
    anchor = number === 1 ? `${base}-example` : `${base}-example-${number}`;
  anchors.add(anchor);
  return anchor;
}
