import { browserSample } from '../../../core/browser/browser-sample.ts';
import type { ReaderRun } from '../../../core/browser/reader-run.ts';
import { expectedExit, showsStderr } from '../../../core/contract/contract-schema.ts';
import { runUrl } from '../../routes.ts';
import type { CheckedExample, CheckedExamples } from '../parts/checked-example.ts';
import { browserRecording } from './browser-facts.ts';

/** What pages fetch to run examples and variants that are verified in the browser, by path in the site. */
export function readerRuns(examples: CheckedExamples): ReadonlyMap<string, string> {
  const all = [...examples.values()].flatMap(checked => [checked, ...checked.variants]);
  const runs = all.flatMap(checked => readerRun(checked) ?? []);
  return new Map(runs.map(run => [runUrl(run.id).slice(1), JSON.stringify(run)]));
}

/** What a page fetches to run an example; undefined if it is not verified in the browser. */
export function readerRun(checked: CheckedExample): ReaderRun | undefined {
  const { example, browser } = checked;
  if (example === undefined || browser?.verified !== true) return undefined;
  const { python, pyodide } = browser;
  const recording = browserRecording(checked, python);
  if (recording === undefined) return undefined;
  const { contract } = example;
  const { order, mask } = contract;
  const judging = { order, mask, exit: expectedExit(contract), showsStderr: showsStderr(contract) };
  const { out, err } = recording;
  return {
    id: example.id,
    sample: browserSample(example),
    contract: judging,
    recording: judging.showsStderr ? { out, err } : { out },
    python,
    pyodide,
  };
}
