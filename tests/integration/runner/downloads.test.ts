import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Example, originalOf } from '../../../src/core/example/example.ts';
import { parseExample } from '../../../src/core/variant/parse-example.ts';
import { judge } from '../../../src/core/verdict/judge.ts';
import { tagOf } from '../../../src/core/python-version.ts';
import { recordingFor } from '../../../src/core/verdict/recording.ts';
import { emptyEnvironment } from '../../../src/runner/python/python-environment.ts';
import { execute } from '../../../src/runner/execution/execute.ts';
import { planRuns } from '../../../src/runner/commands/plan-runs.ts';
import { demandOf, Schedule } from '../../../src/runner/scheduling/scheduler.ts';
import { type Browsing, browse } from '../../browser/browse.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse(process.cwd());
});
afterAll(() => browsing.close());

// That each download holds the bytes that ran is a test of the article pages.
const TITLE =
  'the list of the built site names all examples; the download of one of each topic is what its page says';
test(TITLE, async () => {
  const list = (await (await fetch(`${browsing.origin}/verified.json`)).json()) as {
    examples: { id: string; download: string; verdict: string }[];
  };
  const plan = await planRuns({ root: process.cwd() });
  const { recordings } = plan;
  // The list names variants and timelines with their originals.
  const ready = plan.ready.filter(({ example }) => originalOf(example) === example);
  const unfit = plan.unfit.filter(({ example }) => originalOf(example) === example);
  const skipped = unfit.map(({ example }) => example.id).toSorted();
  expect(
    list.examples
      .filter(({ verdict }) => verdict === 'skipped')
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(skipped);
  expect(list.examples.map(({ id }) => id).toSorted()).toEqual(
    [...new Set(ready.map(({ example }) => example.id)), ...skipped].toSorted(),
  );
  const schedule = new Schedule();
  const verdicts = await Promise.all(
    oneOfEachTopic(ready).map(async ({ example, interpreter, packages }) => {
      const address = list.examples.find(({ id }) => id === example.id)?.download ?? '';
      const bytes = new Uint8Array(await (await fetch(`${browsing.origin}${address}`)).arrayBuffer());
      // What belongs to an example of several files stays as it is; the file that runs is the one that was
      // served.
      const { value: served } = parseExample(
        example.id,
        example.file,
        new Map([...example.files, [example.entry, bytes]]),
      );
      if (served === undefined) return [example.id, 'not an example'];
      const python = await emptyEnvironment(interpreter);
      const run = await schedule.run(demandOf(served.contract), callbacks =>
        execute({ example: served, interpreter, python, packages: packages?.folder, ...callbacks }),
      );
      return [
        example.id,
        judge(
          served,
          run,
          recordingFor(recordings.get(example.id) ?? { versions: new Map() }, tagOf(interpreter)),
        ).kind,
      ];
    }),
  );
  expect(verdicts.filter(([, kind]) => kind !== 'verified')).toEqual([]);
  expect(verdicts.length).toBeGreaterThan(5);
});

/** An example of each topic, of those that need no core of their own. */
function oneOfEachTopic<Planned extends { readonly example: Example }>(all: readonly Planned[]): Planned[] {
  const calm = all.filter(({ example }) => example.contract.cores === 1);
  return [...Map.groupBy(calm, ({ example }) => example.id.split('/')[0])].flatMap(
    ([, [first]]) => first ?? [],
  );
}
