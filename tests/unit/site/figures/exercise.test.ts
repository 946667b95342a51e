import { expect, test } from 'vitest';
import { parseExample } from '../../../../src/core/variant/parse-example.ts';
import { readerRuns } from '../../../../src/site/figures/browser/reader-runs.ts';
import { readerTasks } from '../../../../src/site/figures/browser/reader-tasks.ts';
import { buildExercise } from '../../../../src/site/figures/build-exercise.ts';
import { checkedExample, type SoundExample } from '../../../../src/site/figures/parts/checked-example.ts';
import type { Exercise } from '../../../../src/site/figures/parts/figure.ts';
import { PLAIN } from '../../../../src/site/highlight/plain-highlighter.ts';
import { en } from '../../../../src/core/words/en/en.ts';
import { CPYTHON, recordingOf } from '../../../fixtures/examples.ts';

/** An example that printed this, and what was proved of it in the browser. */
function soundOf(name: string, code: string, out: string, runs: boolean): SoundExample {
  const file = `examples/topic/${name}.py`;
  const { value: example } = parseExample(
    `topic/${name}`,
    file,
    new Map([[`${name}.py`, Buffer.from(code)]]),
  );
  if (example === undefined) throw new Error(`${name} is broken`);
  const recording = recordingOf(out);
  const browser = { verified: runs, pyodide: '314.0.7', python: '3.14.2' };
  return {
    ...checkedExample(example, [], example, { base: recording, versions: new Map() }),
    example,
    verified: [{ recording, pythons: [CPYTHON] }],
    browser,
  };
}

function built(runs: readonly [start: boolean, solution: boolean]): {
  readonly exercise: Exercise | undefined;
  readonly tasks: ReadonlyMap<string, string>;
} {
  const start = soundOf('name_start', 'print("start")\n', 'start\n', runs[0]);
  const solution = soundOf('name', 'print("sol" + "ved")  # secret\n', 'solved\n', runs[1]);
  const at = () => ({ file: 'content/a/b.mdx' });
  const { value: exercise } = buildExercise(
    [start, solution],
    { highlighter: PLAIN, words: en },
    new Set(),
    at,
  );
  const examples = new Map([start, solution].map(each => [each.example.id, each]));
  const tasks = new Map(readerTasks(exercise === undefined ? [] : [exercise], readerRuns(examples)));
  return { exercise, tasks };
}

test('an exercise shows its start and its solution', () => {
  const { exercise } = built([true, true]);
  expect([exercise?.start?.id, exercise?.solution?.id]).toEqual(['topic/name_start', 'topic/name']);
});

test.for([
  [true, true, '/examples/topic/name/task.json'],
  [true, false, undefined],
  [false, true, undefined],
  [false, false, undefined],
] as const)(
  'if the start runs in the browser: %s, and the solution: %s, the check is %s',
  ([one, other, check]) => {
    const { exercise, tasks } = built([one, other]);
    expect(exercise?.check).toBe(check);
    expect(tasks.size).toBe(check === undefined ? 0 : 1);
  },
);

test('a page gets what the solution prints, and nothing of its code', () => {
  const [[path, text] = []] = built([true, true]).tasks;
  expect(path).toBe('examples/topic/name/task.json');
  expect(JSON.parse(text ?? '')).toEqual({
    id: 'topic/name',
    contract: { order: 'exact', mask: [], exit: 0, showsStderr: false },
    recording: { out: 'solved\n' },
  });
});
