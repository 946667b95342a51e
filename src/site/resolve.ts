import { stripVTControlCharacters } from 'node:util';
import { contractSentence } from '../core/contract-text.ts';
import { expectedExit } from '../core/contract.ts';
import type { Example } from '../core/example.ts';
import { splitLines } from '../core/lines.ts';
import { suggestion } from '../core/nearest.ts';
import type { Problem } from '../core/problem.ts';
import { buildOf, newestFirst, pythonName, pythonNames, tagOf } from '../core/python.ts';
import { parseRanges } from '../core/ranges.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import { shownCode, shownText } from '../core/shown.ts';
import type { AnyFigure, CodeBlock, Figure, FigureVersion, OutputBlock, ValueFigure } from './figure.ts';
import { escapeHtml, type Highlighter } from './highlight.ts';
import { exampleProps, type ExampleProps, outputProps, propProblems, valueProps } from './props.ts';
import { idOf, type Proof, type Proofs, type ProvedRecording } from './proofs.ts';
import type { Reference } from './references.ts';

/** A reference in an article → what the page shows in its place, or what the author has to mend. `anchors` are those taken on the page. */
export function resolve(reference: Reference, file: string, proofs: Proofs, highlighter: Highlighter, anchors: Set<string>): Result<AnyFigure> {
  const at = { file, line: reference.place.line, column: reference.place.column };
  const wrongProps = propProblems(reference).map((problem): Problem => ({ ...at, ...problem }));
  if (wrongProps.length > 0) return fail(...wrongProps);
  const asked = String(reference.props.file);
  const proof = proofs.get(idOf(asked));
  if (proof === undefined) {
    const known = [...proofs.keys()];
    return fail({ ...at, title: `There is no example ${asked}.`, remedy: `${suggestion(idOf(asked), known)} A new one: npm run new -- ${idOf(asked)}` });
  }
  // Its own problems are reported where they are: in the example.
  if (proof.example === undefined) return fail(...proof.entry.problems);
  if (reference.component === 'Value') return value(reference, proof as Known, at);
  const props = reference.component === 'Output' ? { ...exampleProps.parse(outputProps.parse(reference.props)), code: false } : exampleProps.parse(reference.props);
  return figure(props, proof as Known, at, highlighter, anchors);
}

type Known = Proof & { readonly example: Example };
type At = Pick<Problem, 'file' | 'line' | 'column'>;

function figure(props: ExampleProps, proof: Known, at: At, highlighter: Highlighter, anchors: Set<string>): Result<Figure> {
  const { example, entry, proved, unproved } = proof;
  const { contract } = example;
  const problems: Problem[] = [];
  if (props.region !== undefined && !example.regions.some(({ name }) => name === props.region)) {
    const known = example.regions.map(({ name }) => name);
    return fail({ ...at, title: `${example.file} has no region "${props.region}".`, remedy: known.length === 0 ? `It has no regions: begin one with "# region ${props.region}" and end it with "# endregion".` : suggestion(props.region, known) });
  }
  const code = props.code ? codeBlock(example, props, highlighter) : undefined;
  const marked = Math.max(0, ...(parseRanges(props.highlight ?? '') ?? []));
  if (code !== undefined && marked > code.lines.length) problems.push({ ...at, title: `highlight="${props.highlight}" names line ${marked}; the code that is shown has ${countOf(code.lines.length)}.`, remedy: 'Lines are counted in what is shown, from 1.' });
  const versions = props.output ? proved.map((each) => versionOf(each, props.outputLines, highlighter)) : [];
  for (const { variant, outputs } of versions) {
    const cut = outputs.find(({ lineCount }) => lineCount === 0);
    if (cut !== undefined) problems.push({ ...at, title: `outputLines="${props.outputLines}" names lines that the output${variant === undefined ? '' : ` of ${variant}`} does not have.`, remedy: `It has ${countOf(cut.cutBefore)}.` });
  }
  if (!props.code && !props.output) problems.push({ ...at, title: 'Neither code nor output is shown.', remedy: 'Remove code={false} or output={false}.' });
  if (problems.length > 0) return fail(...problems);
  const exit = expectedExit(contract);
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
    python: proved.length === 0 ? entry.python : pythonNames(newestFirst(proved.flatMap(({ pythons }) => pythons))),
    unproved: unproved.length === 0 ? undefined : pythonNames(unproved.map(buildOf)),
    reason: entry.problems[0]?.title,
  });
}

function versionOf({ recording: { out, err, variant }, pythons }: ProvedRecording, asked: string | undefined, highlighter: Highlighter): FigureVersion {
  const streams = [['out', out], ['err', err]] as const;
  return {
    variant,
    label: [...new Set(pythons.map((python) => pythonName(buildOf(tagOf(python)))))].join(', '),
    python: pythonNames(pythons),
    outputs: streams.flatMap(([stream, text]) => (text === undefined || text === '' ? [] : [outputBlock(stream, text, asked, highlighter)])),
  };
}

function codeBlock(example: Example, props: ExampleProps, highlighter: Highlighter): CodeBlock {
  const shown = shownCode(example, props.region, props.block);
  const lines = highlighter.lines(shownText(shown), 'python').slice(0, shown.lines.length);
  return { lines, marked: [...(parseRanges(props.highlight ?? '') ?? [])], highlight: props.highlight, region: props.region, block: props.block };
}

const countOf = (lines: number): string => `${lines} ${lines === 1 ? 'line' : 'lines'}`;

/** An output whose only control sequences are colours: links, cursor moves and titles are for terminals. */
function onlyColours(text: string): string {
  return text.split(/(\u001B\[[\d;:]*m)/).map((part, index) => (index % 2 === 1 ? part : stripVTControlCharacters(part))).join('');
}

/** The text of an output as a page shows it: without the control sequences that a terminal would obey. */
export function shownOutput(text: string): string {
  return stripVTControlCharacters(text);
}

function outputBlock(stream: 'out' | 'err', text: string, asked: string | undefined, highlighter: Highlighter): OutputBlock {
  const all = splitLines(text);
  const range = [...(parseRanges(asked ?? '') ?? [])];
  const [from, to] = range.length === 0 ? [1, all.lines.length] : [range[0] ?? 1, range.at(-1) ?? 1];
  const exists = to <= all.lines.length;
  const html = text.includes('\u001B') ? highlighter.lines(onlyColours(text), 'ansi') : all.lines.map(escapeHtml);
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

/** A value in the text is that of the recording for all versions, where this build proved it. */
function value({ props, text }: Reference, { example, entry, proved: [shown] }: Known, at: At): Result<ValueFigure> {
  const { match } = valueProps.parse(props);
  const captured = capture(shown?.recording.out ?? '', match);
  if (entry.verdict !== 'verified') return succeed({ kind: 'value', id: example.id, match, text });
  if (captured === undefined) return fail({ ...at, title: `Nothing in the output of ${example.file} matches ${match}.`, remedy: 'Mend match: it is looked for in each line of the recorded output.' });
  if (captured !== text) return fail({ ...at, title: `The text says "${text}", and ${example.file} printed "${captured}".`, remedy: `<Value file="${String(props.file)}" match="${match}">${captured}</Value>` });
  return succeed({ kind: 'value', id: example.id, match, text });
}

/** The first group of the first match in an output. */
export function capture(output: string, match: string): string | undefined {
  return new RegExp(match, 'mu').exec(shownOutput(output))?.[1];
}

/** The example's name, with its region; where the page has that already, with a word and a number more. */
function anchorFor({ id }: Example, { region }: ExampleProps, anchors: Set<string>): string {
  const name = id.split('/').at(-1) ?? id;
  const base = region === undefined ? name : `${name}-${region}`;
  let anchor = base;
  for (let number = 1; anchors.has(anchor); number += 1) anchor = number === 1 ? `${base}-example` : `${base}-example-${number}`;
  anchors.add(anchor);
  return anchor;
}
