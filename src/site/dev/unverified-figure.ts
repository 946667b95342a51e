import { compareStream } from '../../core/contract/compare.ts';
import { splitLines } from '../../core/text/lines.ts';
import { outcome } from '../../core/verdict/run-outcome.ts';
import { location, type Problem } from '../../core/problems/problem.ts';
import { tagOf } from '../../core/python-version.ts';
import { recordingFor } from '../../core/verdict/recording.ts';
import type { Run } from '../../core/verdict/run.ts';
import type { PrintedText } from '../../core/contract/printed-text.ts';
import type { Look } from './live-runs.ts';
import type { Figure, OutputBlock } from '../figures/figure.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import { outputBlock } from '../figures/build-figure.ts';

/** Something to mend, as a page shows it. */
export interface Message {
  /** `examples/basics/greeting.py:3:1` */
  readonly where: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly remedy?: string | undefined;
}

/** A line of a difference: recorded alone, of this run alone, of both, or left out between. */
export interface DifferenceLine {
  readonly kind: 'recorded' | 'now' | 'both' | 'gap';
  readonly text: string;
}

/** What a dev server shows of an example that no build would publish as it is. */
export interface DraftFigure {
  readonly kind: 'draft';
  readonly figure: Figure;
  readonly status: 'running' | 'not accepted' | 'failed' | 'not run';
  readonly message?: Message | undefined;
  readonly difference?: readonly DifferenceLine[] | undefined;
  readonly panels: readonly OutputBlock[];
}

/** What a dev server shows in the place of a reference that cannot be resolved; `text` is what stood in the line of a value. */
export interface MistakeFigure {
  readonly kind: 'mistake';
  readonly messages: readonly Message[];
  readonly text?: string | undefined;
}

/** What stands at the head of a draft: which version of the page it is, and what is wrong with the article as a whole. */
export interface DraftTop {
  readonly kind: 'top';
  readonly version: number;
  readonly messages: readonly Message[];
}

export function messageOf(problem: Problem): Message {
  const { title, detail, remedy } = problem;
  return { where: location(problem), title, detail, remedy: remedy === '' ? undefined : remedy };
}

/** An example that is not verified → what its author sees: what it printed, and what that is not. `outputLines` are those of the figure. */
export function draftFigure(
  figure: Figure,
  look: Look,
  outputLines: string | undefined,
  highlighter: LineHighlighter,
): DraftFigure {
  const { example, recordings, running, entries, runs } = look;
  const at = Math.max(
    0,
    entries.findIndex(({ verdict }) => verdict !== 'verified'),
  );
  const [entry, run] = [entries[at], runs[at]];
  const recording = run === undefined ? recordings.base : recordingFor(recordings, tagOf(run.interpreter));
  const panels = (output: PrintedText, suffix: string, asked?: string): OutputBlock[] =>
    (
      [
        ['out', output.out],
        ['err', output.err],
      ] as const
    ).flatMap(([stream, text]) =>
      text === undefined || text === ''
        ? []
        : [labelled(outputBlock(stream, text, asked, highlighter), suffix)],
    );
  const recorded = (suffix: string): OutputBlock[] =>
    recording === undefined ? [] : panels(recording, suffix, outputLines);
  if (running || entry === undefined)
    return { kind: 'draft', figure, status: 'running', panels: recorded(', as recorded') };
  const problem = entry.problems[0];
  if (run === undefined)
    return {
      kind: 'draft',
      figure,
      status: entry.verdict === 'skipped' ? 'not run' : 'failed',
      message: problem && messageOf(problem),
      panels: recorded(', as recorded, not verified'),
    };
  const printed = outcome(example, run);
  if (printed.problems) {
    // Its panels show more than the tail of its output that the message has for a terminal.
    const message =
      problem && messageOf({ ...problem, detail: run.stacks === undefined ? undefined : problem.detail });
    // Its contract says what the exit code was to be, and what its output: neither was so.
    return {
      kind: 'draft',
      figure: { ...figure, exit: undefined, promise: undefined },
      status: 'failed',
      message,
      panels: panels(bytesAsText(run), ' of the run that failed'),
    };
  }
  const differences =
    recording === undefined
      ? []
      : (['out', 'err'] as const).flatMap(
          stream => compareStream(stream, recording, printed.value, example.contract).difference ?? [],
        );
  const detail = differences.some(({ text }) => text === problem?.detail) ? undefined : problem?.detail;
  return {
    kind: 'draft',
    figure,
    status: 'not accepted',
    message: problem && messageOf({ ...problem, detail }),
    difference:
      differences.length === 0 ? undefined : differences.flatMap(({ text }) => differenceLines(text)),
    panels: panels(printed.value, ', not accepted yet'),
  };
}

function labelled(block: OutputBlock, suffix: string): OutputBlock {
  return { ...block, label: `${block.label}${suffix}` };
}

/** What a failed run printed, whatever it is: a sign stands for each byte that is no text. */
function bytesAsText({ stdout, stderr }: Run): PrintedText {
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  return { out: text(stdout), err: text(stderr) };
}

function differenceLines(text: string): DifferenceLine[] {
  return splitLines(text).lines.map(line => {
    // What was left out between, or that there is no line feed at the end.
    if (line === '  …' || line.startsWith('\\')) return { kind: 'gap', text: line.replace(/^[ \\]+/, '') };
    const kind = line.startsWith('-') ? 'recorded' : line.startsWith('+') ? 'now' : 'both';
    return { kind, text: line.slice(1) };
  });
}
