import { compareStream } from '../../core/contract/compare.ts';
import { type PrintedText, STREAM_NAMES, STREAMS } from '../../core/printed-text.ts';
import { fullTitle, location, type Problem } from '../../core/problems/problem.ts';
import { tagOf } from '../../core/python-version.ts';
import { splitLines } from '../../core/text/lines.ts';
import { recordingFor } from '../../core/verdict/recording.ts';
import { outcome } from '../../core/verdict/run-outcome.ts';
import type { Run } from '../../core/verdict/run.ts';
import type { OutputBlock } from '../figures/parts/figure.ts';
import { outputBlock } from '../figures/parts/code-and-output.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import type { ExampleState } from './examples/live-runs.ts';
import { liveArtifacts } from './live-artifacts.ts';
import type { DiffLine, ProblemText, UnverifiedTab } from './slot-store.ts';

/** What a tab shows of a run. */
type Panels = Pick<UnverifiedTab, 'panels' | 'artifacts' | 'note'>;

/**
 * Shows an example or a variant that is not verified: its output, and why that is not accepted.
 * `outputLines` is the prop of the figure.
 */
export function unverifiedTab(
  { example, recordings, entries, runs }: Omit<ExampleState, 'variants'>,
  outputLines: string | undefined,
  highlighter: LineHighlighter,
): UnverifiedTab {
  const index = Math.max(
    0,
    entries.findIndex(({ verdict }) => verdict !== 'verified'),
  );
  const [entry, run] = [entries[index], runs[index]];
  const recording = run === undefined ? recordings.base : recordingFor(recordings, tagOf(run.interpreter));
  const panels = (printed: PrintedText | undefined, note: string, lines?: string): Panels => ({
    panels: panelsOf(printed, note, highlighter, lines),
    artifacts: liveArtifacts(example, printed?.artifacts, highlighter),
    note,
  });
  const recorded = (note: string): Panels => panels(recording, note, outputLines);
  if (entry === undefined) return { status: 'running', ...recorded(', as recorded') };
  const [first] = entry.problems;
  const problem = first && problemText(first);
  if (run === undefined) {
    const status = entry.verdict === 'skipped' ? 'not run' : 'failed';
    return { status, problem, ...recorded(', as recorded, not verified') };
  }
  const { value: printed } = outcome(example, run);
  if (printed === undefined)
    return {
      status: 'failed',
      // The run failed, so do not show the exit code and the promise that the contract expects.
      hasFailed: true,
      // The panels show the whole output, so the tail of it that a terminal gets is left out.
      problem: run.stacks === undefined ? withoutDetail(problem) : problem,
      ...panels(lossyOutput(run), ' of the run that failed'),
    };
  const diffs = STREAMS.flatMap(stream => {
    if (recording === undefined) return [];
    return compareStream(stream, recording, printed, example.contract).difference?.text ?? [];
  });
  return {
    status: 'not accepted',
    problem: diffs.some(diff => diff === problem?.detail) ? withoutDetail(problem) : problem,
    diff: diffs.length === 0 ? undefined : diffs.flatMap(diffLines),
    ...panels(printed, ', not accepted yet'),
  };
}

function withoutDetail(problem: ProblemText | undefined): ProblemText | undefined {
  return problem && { ...problem, detail: undefined };
}

/** A problem as a page shows it. */
export function problemText(problem: Problem): ProblemText {
  const { detail, remedy } = problem;
  return {
    where: location(problem),
    title: fullTitle(problem),
    detail,
    remedy: remedy === '' ? undefined : remedy,
  };
}

/** One panel for each stream that is not empty; each label ends with `suffix`. */
function panelsOf(
  output: PrintedText | undefined,
  suffix: string,
  highlighter: LineHighlighter,
  outputLines?: string,
): OutputBlock[] {
  return STREAMS.flatMap(stream => {
    const text = output?.[stream] ?? '';
    if (text === '') return [];
    // Where it hangs is a text here: its lines and its circle are shown when it is accepted.
    const [shown, lines] = stream === 'waits' ? (['out', undefined] as const) : [stream, outputLines];
    const block = outputBlock(shown, text, highlighter, lines);
    return [{ ...block, label: `${STREAM_NAMES[stream]}${suffix}` }];
  });
}

/** The output of a failed run, whatever it is: bytes that are not UTF-8 become replacement characters. */
function lossyOutput({ stdout, stderr, artifacts }: Run): PrintedText {
  const decoder = new TextDecoder();
  return { out: decoder.decode(stdout), err: decoder.decode(stderr), artifacts };
}

function diffLines(diff: string): DiffLine[] {
  return splitLines(diff).lines.map(line => {
    // An omission, or the note that the last line has no line feed.
    if (line === '  …' || line.startsWith('\\')) return { kind: 'gap', text: line.replace(/^[ \\]+/, '') };
    const kind = line.startsWith('-') ? 'recorded' : line.startsWith('+') ? 'now' : 'both';
    return { kind, text: line.slice(1) };
  });
}
