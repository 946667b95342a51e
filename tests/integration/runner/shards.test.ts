import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ledgerText } from '../../../src/core/ledger/ledger.ts';
import { mergeShards } from '../../../src/core/ledger/merge-shards.ts';
import type { ShardSource } from '../../../src/core/ledger/shard-result.ts';
import {
  readRuns,
  readShards,
  saveLedger,
  saveResult,
  shardFile,
} from '../../../src/runner/files/result-files.ts';
import { sourcesDigest } from '../../../src/runner/cache/run-key.ts';
import { type Verification, verify } from '../../../src/runner/commands/verify.ts';
import { receiptsOf } from '../../fixtures/examples.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { project } from '../../fixtures/project.ts';

/** An example that prints its name, and its recording without a receipt. */
const recorded = (id: string, more = ''): Record<string, string> => ({
  [`${id}.py`]: `print("${id}")\n${more}`,
  [`${id}.out`]: `${id}\n`,
});

const EXAMPLES = Object.assign(
  { 'd/notes.txt': 'stray\n', 'd/broken.py': '# /// script\n# [tool.verbatim]\n# timout = 1\n# ///\n' },
  ...['a/one', 'a/two', 'b/three', 'b/four', 'c/five', 'd/six'].map(id => recorded(id)),
  recorded('c/drifted', 'print("more")\n'),
  {
    'a/recordings.json': receiptsOf({ one: 'a/one\n', two: 'a/two\n' }),
    'b/recordings.json': receiptsOf({ three: 'b/three\n', four: 'b/four\n' }),
    'c/recordings.json': receiptsOf({ five: 'c/five\n', drifted: 'c/drifted\n' }),
    'd/recordings.json': receiptsOf({ six: 'd/six\n' }),
  },
  { 'd/of_the_past.py': '# /// script\n# requires-python = "<3"\n# ///\n' },
) as Record<string, string>;
const COUNT = 4;

/** The shards of a project, as `check --shard` writes them, read again. */
async function shards(root: string, pythons: readonly string[]): Promise<readonly ShardSource[]> {
  for (let index = 1; index <= COUNT; index += 1) {
    const { ledger, runs } = await verify({ root, pythons, shard: { index, count: COUNT } });
    await saveResult(root, shardFile({ index, count: COUNT }), {
      pythons,
      sources: sourcesDigest(root, 'examples'),
      ledger,
      runs,
    });
  }
  return readShards(root, ['.verbatim/shards']);
}

const how = ({ ledger }: Verification): unknown =>
  ledger.entries.map(({ id, verdict, cached }) => [id, verdict, cached]);

test('four shards merge into the ledger of one check, byte for byte; their runs are used again', async () => {
  const root = await project(EXAMPLES);
  const pythons = [(await interpreter()).path];
  const all = await shards(root, pythons);
  expect(all.map(({ result }) => result.ledger.entries.length)).toEqual([3, 2, 2, 2]);
  const merged = mergeShards(all);
  await rm(join(root, '.verbatim/runs.json'));

  const whole = await verify({ root, pythons });
  expect(ledgerText(merged.ledger)).toBe(ledgerText(whole.ledger));
  await saveLedger(root, merged.ledger);
  expect(await readFile(join(root, '.verbatim/ledger.json'), 'utf8')).toBe(ledgerText(whole.ledger));
  expect(whole.ledger.entries.map(({ verdict }) => verdict).sort()).toEqual([
    'drifted',
    'failed',
    'skipped',
    ...Array.from({ length: 6 }, () => 'verified'),
  ]);

  await saveResult(root, '.verbatim/merged.json', merged);
  await rm(join(root, '.verbatim/runs.json'));
  const again = await verify({ root, pythons, given: readRuns(root, '.verbatim/merged.json') });
  // What fell short is never kept; what no interpreter takes was not run.
  expect(how(again)).toEqual([
    ['a/one', 'verified', true],
    ['a/two', 'verified', true],
    ['b/four', 'verified', true],
    ['b/three', 'verified', true],
    ['c/drifted', 'drifted', false],
    ['c/five', 'verified', true],
    ['d/broken', 'failed', undefined],
    ['d/of_the_past', 'skipped', undefined],
    ['d/six', 'verified', true],
  ]);
  expect(ledgerText(again.ledger)).toBe(ledgerText(whole.ledger));

  // A run is found by what it depended on: what has changed since is run.
  await writeFile(join(root, 'examples/a/two.py'), 'print("a/two")  # again\n');
  expect(how(await verify({ root, pythons, words: ['a'], given: merged.runs })) as unknown[]).toEqual([
    ['a/one', 'verified', true],
    ['a/two', 'verified', false],
  ]);
});

test('a shard names its part, and runs that differ from the recording do not pass', async () => {
  const root = await project({
    ...recorded('a'),
    ...recorded('b'),
    'recordings.json': receiptsOf({ a: 'a\n', b: 'b\n' }),
  });
  const pythons = [(await interpreter()).path];
  const { ledger, runs } = await verify({ root, pythons, shard: { index: 2, count: 2 } });
  expect(JSON.parse(ledgerText(ledger))).toMatchObject({
    part: { shard: { index: 2, count: 2 } },
    entries: [{ id: 'b' }],
  });
  await writeFile(join(root, 'examples/b.out'), 'B\n');
  await writeFile(join(root, 'examples/recordings.json'), receiptsOf({ a: 'a\n', b: 'B\n' }));
  expect(how(await verify({ root, pythons, words: ['b'], given: runs }))).toEqual([['b', 'drifted', false]]);
});
