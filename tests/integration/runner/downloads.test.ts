import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('every download of the built site does what its page says when it is run again', async () => {
  const list = (await (await fetch(`${browsing.origin}/verified.json`)).json()) as {
    examples: { id: string; download: string; verdict: string }[];
  };
  const { ready, unfit, recordings } = await planRuns({ root: process.cwd() });
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
    ready.map(async ({ example, interpreter }) => {
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
      const root = process.cwd();
      const python = await emptyEnvironment(interpreter);
      const run = await schedule.run(demandOf(served.contract), callbacks =>
        execute({ root, example: served, interpreter, python, ...callbacks }),
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
  expect(verdicts.length).toBeGreaterThan(14);
});
