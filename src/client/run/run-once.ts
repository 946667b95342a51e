import type { ReaderOutput, ReaderVerdict } from '../../core/browser/judge-reader-run.ts';
import type { ReaderRun } from '../../core/browser/reader-run.ts';
import { createPanel, type Panel } from './view/panel.ts';
import { MAX_PRINTED, MAX_SECONDS } from './python/limits.ts';
import type { WorkerReport } from './python/messages.ts';
import { type PythonRun, runInWorker } from './python/workers.ts';
import { type Changes, sampleWith } from './sample-with.ts';
import { failureWords, lineWords, loadingWords, runWords } from '../words/run-words.ts';

/** What a run needs, and where it is shown. */
export interface RunOptions {
  readonly run: ReaderRun;
  /** Takes the panel of the run. What was in it goes. */
  readonly element: HTMLElement;
  /** The example or the exercise, for those who hear the page. */
  readonly name: string;
  /** What the reader changed. */
  readonly changes: () => Changes;
  /** Judges what it printed, once it has ended by itself. */
  readonly judge: (run: ReaderRun, output: ReaderOutput) => ReaderVerdict | Promise<ReaderVerdict>;
  /** Marks the line of an error, or removes the mark. Returns whether the reader sees the line. */
  readonly mark: (line: number | undefined) => boolean;
}

/** A run that goes on. */
export interface OneRun {
  /** Ends it, and says so. */
  readonly stop: () => void;
  /** Ends it without a word. */
  readonly end: () => void;
}

/** Runs a sample once, and shows it. @param onEnd called when it has ended in any way but `end` */
export function runOnce(options: RunOptions, onEnd: () => void): OneRun {
  const { run, element, name, changes, mark } = options;
  const panel = createPanel(name, run.python);
  const packages = (run.sample.wheels ?? []).reduce((sum, { size }) => sum + size, 0);
  let python: PythonRun | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  mark(undefined);
  // What is below moves at the end alone, and not while the output comes.
  element.style.minBlockSize = `${element.offsetHeight}px`;
  element.replaceChildren(panel.element);
  panel.say(loadingWords(0), true);
  const end = (): void => {
    clearTimeout(timer);
    python?.end();
    element.style.minBlockSize = '';
  };
  const endWith = (words: string): void => {
    end();
    panel.close(words);
    onEnd();
  };
  const take = (report: WorkerReport): void => {
    if (report.kind === 'loading') panel.say(loadingWords(report.bytes, packages));
    if (report.kind === 'running') {
      timer = setTimeout(() => endWith(runWords().slow(MAX_SECONDS)), MAX_SECONDS * 1000);
      panel.say(runWords().running, true);
    }
    if (report.kind === 'printed') panel.streams[report.stream].add(report.bytes);
    if (report.kind === 'full') endWith(runWords().full(MAX_PRINTED / 1e6));
    if (report.kind === 'failed') endWith(failureWords(report.reason));
    if (report.kind === 'ended') {
      end();
      onEnd();
      void conclude(options, panel, report.exit);
    }
  };
  const url = new URL(`${import.meta.env.BASE_URL}pyodide/${run.pyodide}/`, location.href).href;
  python = runInWorker(url, sampleWith(run.sample, changes()), take);
  return { stop: () => endWith(runWords().stopped), end };
}

/** Judges what a run printed, and shows it; unless another run has taken its place meanwhile. */
async function conclude({ run, judge, mark }: RunOptions, panel: Panel, exit: number): Promise<void> {
  const output = { out: panel.streams.out.end(), err: panel.streams.err.end(), exit };
  try {
    const verdict = await judge(run, output);
    if (!panel.element.isConnected) return;
    const line = verdict.kind === 'error' ? verdict.line : undefined;
    panel.show(verdict, line === undefined ? '' : ` ${lineWords(line, mark(line))}`);
  } catch (error) {
    console.warn(error);
    panel.close(runWords().unjudged);
  }
}
