import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { record } from '../../../src/runner/commands/record-examples.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { project } from '../../fixtures/project.ts';

type Edits = readonly (readonly [text: string, other: string])[];

/** A lock that locks nothing. */
const NO_LOCK: Edits = [
  ['import threading\n', 'import threading\nfrom contextlib import nullcontext\n'],
  ['threading.Lock()', 'nullcontext()'],
];

/** A sample of each article, with a cure that does not cure. */
const FALSE_CURES: readonly (readonly [id: string, edits: Edits])[] = [
  ['threading/solution_ticket', NO_LOCK],
  ['locks/solution_once', NO_LOCK],
  ['queues/solution_tree', NO_LOCK],
  ['gil/solution_iterator', NO_LOCK],
  ['testing/solution_cache', NO_LOCK],
  ['aio/semaphore', [['Semaphore(3)', 'Semaphore(20)']]],
  [
    'futures/shutdown',
    [
      ['    finish.wait()\n', ''],
      ['started.wait()\n', 'started.wait()\nfutures[-1].result()\n'],
    ],
  ],
  [
    'processes/shared_value',
    [
      ['import Array,', 'import Array, Lock,'],
      ['total.get_lock()', 'Lock()'],
    ],
  ],
];

test('a false cure is refused in a sample of each article, by the variant without it', async () => {
  const samples = await Promise.all(
    FALSE_CURES.map(async ([id, edits]): Promise<[string, string]> => {
      const source = await readFile(`examples/${id}.py`, 'utf8');
      for (const [text] of edits) expect([id, source]).toEqual([id, expect.stringContaining(text)]);
      const edited = edits.reduce((code, [text, other]) => code.replaceAll(text, other), source);
      return [`${id}.py`, edited];
    }),
  );
  const root = await project(Object.fromEntries(samples));
  const results = await record({ root, runs: 3, pythons: [(await interpreter()).path] });
  const refused = results.flatMap(result =>
    result.kind === 'refused' ? result.problems.map(({ title }) => `${result.id}: ${title}`) : [],
  );
  for (const [id] of FALSE_CURES) {
    const own = refused.filter(title => title.startsWith(`${id}.`));
    expect([id, own]).toEqual([id, expect.arrayContaining([expect.stringContaining('no run shows that')])]);
  }
});
