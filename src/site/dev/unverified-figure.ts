import { compareStream } from '../../core/contract/compare.ts';
import type { PrintedText } from '../../core/contract/printed-text.ts';
import { location, type Problem } from '../../core/problems/problem.ts';
import { tagOf } from '../../core/python-version.ts';
import { splitLines } from '../../core/text/lines.ts';
import { type Recording, recordingFor } from '../../core/verdict/recording.ts';
import { outcome } from '../../core/verdict/run-outcome.ts';
import type { Run } from '../../core/verdict/run.ts';
import type { Figure, OutputBlock } from '../figures/figure.ts';
import { cutOutput, outputBlock } from '../figures/output-block.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import type { ExampleState } from './live-runs.ts';
import type { DiffLine, ProblemText, UnverifiedFigure } from './slot-store.ts';

const STREAMS = ['out', 'err'] as const;

/** An example's run, with the recording that it has to match and the problem that was found. */
interface JudgedRun {
  readonly run: Run;
  readonly recording: Recording | undefined;
  readonly problem: Problem | undefined;
}

/**
 * Shows an example that is not verified: its output, and why that is not accepted. `outputLines` is the
 * prop of the figure.
 */
export function unverifiedFigure(
  figure: Figure,
  state: ExampleState,
  outputLines: string | undefined,
  highlighter: LineHighlighter,
): UnverifiedFigure {
  const { recordings, running, entries, runs } = state;
  const unverified = entries.findIndex(({ verdict }) => verdict !== 'verified');
  const [entry, run] = [entries[Math.max(0, unverified)], runs[Math.max(0, unverified)]];
  const recording = run === undefined ? recordings.base : recordingFor(recordings, tagOf(run.interpreter));
  const recorded = (suffix: string): OutputBlock[] =>
    recording === undefined ? [] : panelsOf(recording, suffix, highlighter, outputLines);
  if (running || entry === undefined)
    return { kind: 'unverified', figure, status: 'running', panels: recorded(', as recorded') };
  const [problem] = entry.problems;
  if (run === undefined)
    return {
      kind: 'unverified',
      figure,
      status: entry.verdict === 'skipped' ? 'not run' : 'failed',
      problem: problem && problemText(problem),
      panels: recorded(', as recorded, not verified'),
    };
  return runFigure(figure, state, { run, recording, problem }, highlighter);
}

function runFigure(
  figure: Figure,
  { example }: ExampleState,
  judged: JudgedRun,
  highlighter: LineHighlighter,
): UnverifiedFigure {
  const { value: printed } = outcome(example, judged.run);
  if (printed === undefined) return failedFigure(figure, judged, highlighter);
  const { recording, problem } = judged;
  const diffs = STREAMS.flatMap(stream => {
    if (recording === undefined) return [];
    return compareStream(stream, recording, printed, example.contract).difference?.text ?? [];
  });
  const detail = diffs.some(diff => diff === problem?.detail) ? undefined : problem?.detail;
  return {
    kind: 'unverified',
    figure,
    status: 'not accepted',
    problem: problem && problemText({ ...problem, detail }),
    diff: diffs.length === 0 ? undefined : diffs.flatMap(diffLines),
    panels: panelsOf(printed, ', not accepted yet', highlighter),
  };
}

function failedFigure(
  figure: Figure,
  { run, problem }: JudgedRun,
  highlighter: LineHighlighter,
): UnverifiedFigure {
  // The panels show the whole output, so the tail of it that a terminal gets is left out.
  const detail = run.stacks === undefined ? undefined : problem?.detail;
  return {
    kind: 'unverified',
    // The run failed, so do not show the exit code and the promise that the contract expects.
    figure: { ...figure, exit: undefined, promise: undefined },
    status: 'failed',
    problem: problem && problemText({ ...problem, detail }),
    panels: panelsOf(lossyOutput(run), ' of the run that failed', highlighter),
  };
}

/** A problem as a page shows it. */
export function problemText(problem: Problem): ProblemText {
  const { title, detail, remedy } = problem;
  return { where: location(problem), title, detail, remedy: remedy === '' ? undefined : remedy };
}

/** One panel for each stream that is not empty; each label ends with `suffix`. */
function panelsOf(
  output: PrintedText,
  suffix: string,
  highlighter: LineHighlighter,
  outputLines?: string,
): OutputBlock[] {
  return STREAMS.flatMap(stream => {
    const text = output[stream] ?? '';
    if (text === '') return [];
    const block = cutOutput(outputBlock(stream, text, highlighter), outputLines);
    return [{ ...block, label: `${block.label}${suffix}` }];
  });
}

/** The output of a failed run, whatever it is: bytes that are not UTF-8 become replacement characters. */
function lossyOutput({ stdout, stderr }: Run): PrintedText {
  const decoder = new TextDecoder();
  return { out: decoder.decode(stdout), err: decoder.decode(stderr) };
}

function diffLines(diff: string): DiffLine[] {
  return splitLines(diff).lines.map(line => {
    // An omission, or the note that the last line has no line feed.
    if (line === '  …' || line.startsWith('\\')) return { kind: 'gap', text: line.replace(/^[ \\]+/, '') };
    const kind = line.startsWith('-') ? 'recorded' : line.startsWith('+') ? 'now' : 'both';
    return { kind, text: line.slice(1) };
  });
}
