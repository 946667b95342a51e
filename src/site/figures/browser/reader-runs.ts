import { browserSample } from '../../../core/browser/browser-sample.ts';
import type { ReaderRun } from '../../../core/browser/reader-run.ts';
import { expectedExit, showsStderr } from '../../../core/contract/tables/expected-exit.ts';
import { browserRecording } from '../parts/browser-facts.ts';
import type { CheckedExample, CheckedExamples } from '../parts/checked-example.ts';

/** What pages fetch to run the examples and variants that are verified in the browser. */
export function readerRuns(examples: CheckedExamples): readonly ReaderRun[] {
  const all = [...examples.values()].flatMap(checked => [checked, ...checked.variants]);
  return all.flatMap(checked => readerRun(checked) ?? []);
}

/** What a page fetches to run an example; undefined if it is not verified in the browser. */
export function readerRun(checked: CheckedExample): ReaderRun | undefined {
  const { example, browser } = checked;
  if (example === undefined || browser?.verified !== true) return undefined;
  const { python, pyodide, wheels } = browser;
  const recording = browserRecording(checked, python);
  if (recording === undefined) return undefined;
  const { contract } = example;
  const { order, mask } = contract;
  const judging = { order, mask, exit: expectedExit(contract), showsStderr: showsStderr(contract) };
  const { out, err } = recording;
  return {
    id: example.id,
    sample: browserSample(example, wheels),
    contract: judging,
    recording: judging.showsStderr ? { out, err } : { out },
    python,
    pyodide,
  };
}
