import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RecordResult } from '../../../src/core/verdict/recording.ts';
import { assessContracts } from '../../../src/runner/commands/assess-contracts.ts';
import { record } from '../../../src/runner/commands/record-examples.ts';
import { findSandbox } from '../../../src/runner/sandbox/sandbox.ts';
import { interpreter, run } from '../../fixtures/programs.ts';
import { project } from '../../fixtures/project.ts';

const recordIn = async (source: string, runs?: number): Promise<[string, readonly RecordResult[]]> => {
  const root = await project({ 'a.py': source });
  return [root, await record({ root, runs, pythons: [(await interpreter()).path] })];
};
const runsIn = async (root: string): Promise<unknown> =>
  (JSON.parse(await readFile(join(root, 'examples/recordings.json'), 'utf8')) as { a: { runs: number } }).a
    .runs;

/** Polls a thread that is late in one run of twenty: in that one it has to ask twice. */
const POLLS = `import os
import threading
import time

late = os.environ["PYTHONHASHSEED"] == "13"
done = threading.Event()


def work():
    time.sleep(1.8 if late else 0.01)
    done.set()


threading.Thread(target=work).start()
while not done.wait(1.2):
    print("not yet")
print("done")
`;

describe('record', () => {
  test('refuses a program that polls, and that is alike in five runs', async () => {
    const [root, accepted] = await recordIn(POLLS, 5);
    expect([accepted, await runsIn(root)]).toEqual([[{ kind: 'recorded', id: 'a', change: '+done' }], 5]);
    expect((await recordIn(POLLS))[1]).toMatchObject([
      {
        kind: 'refused',
        problems: [
          {
            title:
              '20 runs (it imports threading) gave 2 different outputs, and the contract does not permit it. ' +
              'Nothing was written.',
            detail: '+not yet\n done',
          },
        ],
      },
    ]);
  });

  test('shows and keeps how often a program ran that repeats', async () => {
    const [root, results] = await recordIn('import random\n\nrandom.seed(1)\nprint(random.random() < 2)\n');
    expect(results).toEqual([
      { kind: 'recorded', id: 'a', change: '+True', runs: 20, because: 'it imports random' },
    ]);
    expect(await runsIn(root)).toBe(20);
  });

  test('runs a program five times that chance has no part in', async () => {
    const [root, results] = await recordIn('print("hello")\n');
    expect([results, await runsIn(root)]).toEqual([[{ kind: 'recorded', id: 'a', change: '+hello' }], 5]);
  });
});

test('prove does not advise a program with threads to promise the order of its runs', async () => {
  const order = '# /// script\n# [tool.verbatim]\n# order = "any"\n# ///\n';
  const root = await project({ 'a.py': `${order}import threading\n\nprint("a")\nprint("b")\n` });
  const [found] = await assessContracts({ root, runs: 3, pythons: [(await interpreter()).path] });
  expect(found?.assessment).toMatchObject({ kind: 'holds', detail: expect.stringMatching(/no reason/) });
  expect(found?.assessment?.remedy).toBeUndefined();
});

const SANDBOX = findSandbox('auto');

describe.for(SANDBOX.kind === 'sandboxed' ? [SANDBOX, undefined] : [undefined])('a run, %o,', sandbox => {
  const continued = async (pauses: boolean): Promise<number> => {
    const { ending, exitCode, stdout } = await run('counts_pauses', { sandbox, conditions: { pauses } });
    expect([ending, exitCode]).toEqual(['exited', 0]);
    return Number(Buffer.from(stdout).toString());
  };

  test('is stopped and goes on, many times, if its conditions have pauses', async () => {
    expect(await continued(true)).toBeGreaterThan(1);
  });

  test('is never stopped if they have none', async () => {
    expect(await continued(false)).toBe(0);
  });

  test('ends at its timeout although it is paused, with the stacks of its threads', async () => {
    expect(await run('loops_forever', { sandbox, conditions: { pauses: true } })).toMatchObject({
      ending: 'timed-out',
      stacks: expect.stringContaining('loops_forever.py'),
    });
  });
});
