import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isSound } from '../../../../src/core/ledger/ledger.ts';
import { readSettings } from '../../../../src/lint/settings.ts';
import { Ruff } from '../../../../src/lint/ruff.ts';
import { newExample } from '../../../../src/runner/examples/new-example.ts';
import { record } from '../../../../src/runner/commands/record-examples.ts';
import { verify } from '../../../../src/runner/commands/verify.ts';
import { interpreter } from '../../../fixtures/programs.ts';
import { project } from '../../../fixtures/project.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

describe('a new example', () => {
  test('runs, is recorded and verified as it is, as a file or a folder, in the common format', async () => {
    const root = await project({});
    expect(await newExample(root, 'threading/locks', 'examples')).toEqual({
      id: 'threading/locks',
      file: 'examples/threading/locks.py',
    });
    expect(await newExample(root, 'threading/words/main', 'examples')).toEqual({
      id: 'threading/words',
      file: 'examples/threading/words/main.py',
    });
    const pythons = [(await interpreter()).path];
    expect(await record({ root, runs: 1, pythons })).toEqual([
      { kind: 'recorded', id: 'threading/locks', change: '+Hello from locks' },
      { kind: 'recorded', id: 'threading/words', change: '+Hello from words' },
    ]);
    const { ledger } = await verify({ root, pythons });
    expect([isSound(ledger, true), ledger.entries.map(({ id, verdict }) => [id, verdict])]).toEqual([
      true,
      [
        ['threading/locks', 'verified'],
        ['threading/words', 'verified'],
      ],
    ]);
    const ruff = new Ruff(await readSettings('.', 'examples'), '3.11');
    for (const file of ['examples/threading/locks.py', 'examples/threading/words/main.py'])
      expect(ruff.lint(await readFile(join(root, file), 'utf8'), file).problems).toEqual([]);
  });

  test.for(['examples/threading/locks.py', './examples/threading/locks.py', 'threading/locks/'])(
    'may be named as %s',
    async word => {
      expect(await newExample(await temporaryFolder(), word, 'examples')).toEqual({
        id: 'threading/locks',
        file: 'examples/threading/locks.py',
      });
    },
  );

  test.for([
    [
      'threading/my-locks',
      '"my-locks" is not the name of a Python module: lower-case letters, digits and underscores.',
      'npm run new -- threading/my_locks',
    ],
    [
      'threading/queue',
      'It would hide the module queue of the standard library: "import queue" would import the sample.',
      'npm run new -- threading/queue_example',
    ],
    [
      'My Topic/class',
      '"My Topic" is not the name of a Python module: lower-case letters, digits and underscores.',
      'npm run new -- my_topic/class_',
    ],
    [
      '../secret',
      '".." is not the name of a Python module: lower-case letters, digits and underscores.',
      'npm run new -- _/secret',
    ],
    ['locks', 'An example stands in the folder of its topic.', 'npm run new -- topic/locks'],
    [
      'threading/taken',
      'An example has the id "threading/taken".',
      'Take another name: npm run new -- threading/taken_2',
    ],
    [
      'threading/taken/main',
      'An example has the id "threading/taken".',
      'Take another name: npm run new -- threading/taken_2/main',
    ],
    [
      'threading/several/main',
      'An example has the id "threading/several".',
      'Take another name: npm run new -- threading/several_2/main',
    ],
    [
      'threading/several',
      'An example has the id "threading/several".',
      'Take another name: npm run new -- threading/several_2',
    ],
    [
      'threading/several/words',
      'examples/threading/several/ is one example, because it has a main.py: what lies in it belongs to it.',
      'npm run new -- threading/words',
    ],
    [
      'threading/main',
      'A main.py makes its folder one example: everything in examples/threading/ would belong to it.',
      'npm run new -- threading/name/main',
    ],
  ] as const)('is refused by the name %s, and nothing is written over', async ([word, title, remedy]) => {
    const root = await temporaryFolder({
      'examples/threading/taken.py': 'kept',
      'examples/threading/several/main.py': 'kept',
    });
    await expect(newExample(root, word, 'examples')).rejects.toMatchObject({
      exitCode: 2,
      problems: [{ title, remedy }],
    });
    for (const file of ['taken.py', 'several/main.py'])
      expect(await readFile(join(root, 'examples', 'threading', file), 'utf8')).toBe('kept');
  });
});
