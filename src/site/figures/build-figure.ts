import { contractSentence } from '../../core/contract/contract-schema.ts';
import { expectedExit } from '../../core/contract/tables/expected-exit.ts';
import type { Example } from '../../core/example/example.ts';
import { directPackages, packageNames } from '../../core/packages/used-packages.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { suggestion } from '../../core/problems/suggest.ts';
import { buildOf, newestFirst, pythonName, pythonNames, tagOf } from '../../core/python-version.ts';
import type { Words } from '../../core/words/en/en.ts';
import { parseRanges, splitLines } from '../../core/text/lines.ts';
import type { Recording } from '../../core/verdict/recording.ts';
import type { FigureProps, PropProblem } from '../article/component-props.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import { archiveFile, downloadFile } from '../routes.ts';
import { artifactBlocks } from './artifacts/artifact-blocks.ts';
import { choosesArtifact, unknownArtifacts } from './artifacts/chosen-artifacts.ts';
import type { CheckedExample, SoundExample, VerifiedRecording } from './parts/checked-example.ts';
import { changedCodeBlock, codeBlock, markedLines, outputBlock } from './parts/code-and-output.ts';
import { hangBlock } from './parts/hang-block.ts';
import { outcomesTable } from './parts/outcomes-table.ts';
import {
  type CodeBlock,
  type Figure,
  type FigureContent,
  type FigureVariant,
  type FigureVersion,
  isEmptyVersion,
  type OutputBlock,
} from './parts/figure.ts';
import { runLine } from './sample/run-line.ts';
import { sampleFiles } from './sample/sample-files.ts';

/** The position of a prop in its article. A prop that is absent has the position of its tag. */
export type At = (prop: string) => Pick<Problem, 'file' | 'line' | 'column'>;

/** What figures look like: how their code is highlighted, and the words of their page. */
export interface FigureLook {
  readonly highlighter: LineHighlighter;
  readonly words: Words;
}

/** `<Example>` → its figure, or everything that is wrong with its props. `anchors` are in use on the page. */
export function buildFigure(
  props: FigureProps,
  checked: SoundExample,
  look: FigureLook,
  anchors: Set<string>,
  at: At,
): Result<Figure> {
  const { example, recorded, variants } = checked;
  const { highlighter } = look;
  const { code: hasCode = true, output: hasOutput = true, region, outputLines } = props;
  const unknown = unknownRegion(example, region);
  const isShown = hasCode && unknown.length === 0;
  const marked = isShown ? markedLines(example, props) : { lines: [], problems: [] };
  const code = isShown ? codeBlock(example, props, marked.lines, highlighter) : undefined;
  const problems = [
    ...unknown,
    ...marked.problems,
    ...recorded.flatMap(recording => missingLines(recording, outputLines)),
    ...unknownArtifacts(example, props),
    ...(hasCode || hasOutput || props.artifacts ? [] : [NOTHING_SHOWN]),
    ...(props.because === undefined || props.highlight !== undefined ? [] : [NOTHING_MARKED]),
  ];
  if (problems.length > 0)
    return fail(...problems.map(({ prop, ...problem }) => ({ ...at(prop), ...problem })));
  const { entry, contract, variant } = example;
  const title = contract.title ?? entry;
  const shown = { lines: outputLines, hasOutput, isChosen: choosesArtifact(props) };
  return succeed({
    kind: 'figure',
    anchor: anchorFor(example, region, anchors),
    title: variant === undefined ? title : `${title}, ${variant.name}`,
    entry,
    ...figureContent(checked, code, shown, look),
    sample: code && sampleFiles(example, highlighter),
    variants: code === undefined ? [] : variants.flatMap(each => variantTab(each, code, shown, look)),
  });
}

/** What a figure shows of a run. */
interface ShownOutput {
  /** Whether it shows what was printed. */
  readonly hasOutput: boolean;
  /** The lines of the output that it shows; absent: all. */
  readonly lines?: string | undefined;
  /** Whether it shows an artifact, by its name. */
  readonly isChosen: (name: string) => boolean;
}

/** The same part of a variant as of its original. Marks and a range of the output belong to that alone. */
function variantTab(
  { example, ...checked }: CheckedExample,
  part: CodeBlock,
  output: ShownOutput,
  look: FigureLook,
): FigureVariant[] {
  if (example?.variant === undefined) return [];
  const code = changedCodeBlock(example, example.variant, part, look.highlighter);
  const content = figureContent({ ...checked, example }, code, { ...output, lines: undefined }, look);
  return content.change === undefined ? [] : [{ ...content, change: content.change }];
}

function figureContent(
  { example, entry, verified, verifiedBy, packages, unverified, browser }: SoundExample,
  code: CodeBlock | undefined,
  output: ShownOutput,
  { highlighter, words }: FigureLook,
): FigureContent {
  const shown = output.hasOutput ? verified : [];
  const { id, contract, metadata, variant } = example;
  const direct = directPackages(packages, metadata.dependencies);
  const outcomes = outcomesTable(contract, shown, highlighter);
  const recorded = contract.form === undefined ? verified : [];
  const versions = recorded.map(each => versionOf(example, each, output, highlighter));
  const isEmpty = versions.every(isEmptyVersion);
  const exit = expectedExit(contract);
  const reason = entry.problems[0]?.title ?? entry.verdict;
  return {
    id,
    file: downloadFile(example),
    code,
    versions: isEmpty ? [] : versions,
    outcomes,
    exit: exit === 0 ? undefined : exit,
    promise: isEmpty && outcomes === undefined ? undefined : contractSentence(contract, words.promise),
    verdict: entry.verdict,
    python: verifiedBy.length === 0 ? entry.python : pythonNames(newestFirst(verifiedBy)),
    packages: direct.length === 0 ? undefined : packageNames(direct),
    network: contract.network || undefined,
    notVerified: entry.verdict === 'verified' || entry.verdict === 'skipped' ? undefined : reason,
    skipped: entry.verdict === 'skipped' ? reason : undefined,
    otherVersions: unverified.length === 0 ? undefined : pythonNames(unverified.map(buildOf)),
    change: variant && { name: variant.name, isRecorded: variant.isRecorded },
    browser,
    archive: archiveFile(example),
    line: entry.verdict === 'verified' ? runLine(example) : 'unverified',
  };
}

/** The figure of an example's own page: the whole file, its block included, and all of its output. */
export function wholeFigure(checked: SoundExample, look: FigureLook): Figure {
  const { file } = checked.example;
  const { value } = buildFigure({ block: true }, checked, look, new Set(), () => ({ file }));
  if (value === undefined) throw new Error(`The whole file of ${file} makes no figure`);
  return value;
}

function versionOf(
  example: Example,
  { recording, pythons }: VerifiedRecording,
  { hasOutput, lines, isChosen }: ShownOutput,
  highlighter: LineHighlighter,
): FigureVersion {
  const { out, err = '', waits = '', tag } = recording;
  const panel = (stream: 'out' | 'err', text: string): OutputBlock[] =>
    hasOutput && text !== '' ? [outputBlock(stream, text, highlighter, lines)] : [];
  return {
    tag,
    label: [...new Set(pythons.map(python => pythonName(buildOf(tagOf(python)))))].join(', '),
    python: pythonNames(pythons),
    outputs: [...panel('out', out), ...panel('err', err)],
    hang: waits === '' || !hasOutput ? undefined : hangBlock(waits),
    artifacts: artifactBlocks(example, recording, isChosen, highlighter),
  };
}

const NOTHING_SHOWN: PropProblem = {
  prop: 'code',
  title: 'Neither code nor output is shown.',
  remedy: 'Remove code={false} or output={false}.',
};

const NOTHING_MARKED: PropProblem = {
  prop: 'because',
  title: 'because explains lines that are marked, and none is.',
  remedy: 'Remove because, or mark the lines: highlight="4-6,9"',
};

function unknownRegion({ file, regions }: Example, region: string | undefined): PropProblem[] {
  const known = regions.map(({ name }) => name);
  if (region === undefined || known.includes(region)) return [];
  const remedy =
    known.length === 0
      ? `Remove region="${region}"; or put "# region ${region}" and "# endregion" around lines of the file.`
      : suggestion(region, known);
  return [{ prop: 'region', title: `${file} has no region "${region}".`, remedy }];
}

/** Lines that an output does not have. Every recording counts, also one that this build has not verified. */
function missingLines({ out, err, tag }: Recording, asked: string | undefined): PropProblem[] {
  const last = Math.max(0, ...(parseRanges(asked ?? '') ?? []));
  const short = [out, err ?? '']
    .map(text => splitLines(text).lines.length)
    .find(count => count > 0 && count < last);
  if (asked === undefined || short === undefined) return [];
  const output = tag === undefined ? 'the output' : `the output of ${tag}`;
  const title = `outputLines="${asked}" names lines that ${output} does not have.`;
  const [first = 1] = parseRanges(asked) ?? [];
  const lines = short === 1 ? '1 line' : `${short} lines`;
  const remedy = `It has ${lines}: outputLines="${Math.min(first, short)}-${short}"`;
  return [{ prop: 'outputLines', title, remedy }];
}

/** The example's name and region; if the page has that anchor, also a word and a number. */
function anchorFor({ id }: Example, region: string | undefined, anchors: Set<string>): string {
  // The id of a variant has a dot before the name of its change.
  const name = (id.split('/').at(-1) ?? id).replace('.', '-');
  const base = region === undefined ? name : `${name}-${region}`;
  let anchor = base;
  for (let number = 1; anchors.has(anchor); number += 1)
    anchor = number === 1 ? `${base}-example` : `${base}-example-${number}`;
  anchors.add(anchor);
  return anchor;
}
