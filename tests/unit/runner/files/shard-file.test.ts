import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ShardResult } from '../../../../src/core/ledger/shard-result.ts';
import { readRuns, readShards, saveResult, shardFile } from '../../../../src/runner/files/result-files.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const result = (index: number): ShardResult => ({
  pythons: [],
  sources: 'abc',
  runs: [
    [
      'a\n/usr/bin/python3',
      { key: 'k', stdout: 'a\n', stderr: '', exitCode: 0, durationMs: 1.5, exact: true, system: '6.1' },
    ],
  ],
  ledger: { part: { shard: { index, count: 2 } }, interpreters: [], entries: [], problems: [] },
});

describe('shard files', () => {
  test('are read as they were written, by name or from folders within folders, each once', async () => {
    const root = await temporaryFolder({ 'artifacts/one/report.json': '{}' });
    await saveResult(root, 'artifacts/one/1-of-2.shard.json', result(1));
    await saveResult(root, shardFile({ index: 2, count: 2 }), result(2));
    const expected = [
      { from: 'artifacts/one/1-of-2.shard.json', result: result(1) },
      { from: '.verbatim/shards/2-of-2.shard.json', result: result(2) },
    ];
    expect(await readShards(root, ['artifacts', '.verbatim', './artifacts/one/1-of-2.shard.json'])).toEqual(
      expected,
    );
    expect(readRuns(root, '.verbatim/shards/2-of-2.shard.json')).toEqual(result(2).runs);
    expect(await readShards(root, [join(root, 'artifacts')])).toEqual([
      { from: join(root, 'artifacts/one/1-of-2.shard.json'), result: result(1) },
    ]);
  });

  test.for([
    ['cut short', (text: string) => text.slice(0, -3)],
    ['changed', (text: string) => text.replace('abc', 'abd')],
    ['empty', () => ''],
  ] as const)('are refused when they are %s, all in one go', async ([, damage]) => {
    const root = await temporaryFolder();
    for (const index of [1, 2]) {
      const file = join(root, shardFile({ index, count: 2 }));
      await saveResult(root, shardFile({ index, count: 2 }), result(index));
      await writeFile(file, damage(await readFile(file, 'utf8')));
    }
    const problem = (index: number): object => ({
      file: `.verbatim/shards/${index}-of-2.shard.json`,
      title: 'It is not a whole shard file.',
      remedy: 'npm run check -- --shard 1/4',
    });
    await expect(readShards(root, ['.verbatim/shards'])).rejects.toMatchObject({
      exitCode: 2,
      problems: [problem(1), problem(2)],
    });
    expect(() => readRuns(root, shardFile({ index: 1, count: 2 }))).toThrow(
      expect.objectContaining({
        exitCode: 2,
        problems: [
          {
            file: '.verbatim/shards/1-of-2.shard.json',
            title: 'It is not a whole file of verified runs.',
            remedy: 'npm run merge -- .verbatim/shards',
          },
        ],
      }),
    );
  });

  test('are not what is merged already, nor what is not there', async () => {
    const root = await temporaryFolder({ 'nothing/report.json': '{}' });
    const { ledger, runs } = result(1);
    await saveResult(root, 'merged.json', { ledger: { ...ledger, part: undefined }, runs });
    expect(readRuns(root, 'merged.json')).toEqual(runs);
    await expect(readShards(root, ['merged.json'])).rejects.toMatchObject({
      problems: [{ file: 'merged.json', title: 'It is not a whole shard file.' }],
    });
    await expect(readShards(root, ['nowhere'])).rejects.toMatchObject({
      exitCode: 2,
      problems: [{ file: 'nowhere', title: 'It is not there (any more). (ENOENT)' }],
    });
    await expect(readShards(root, ['nothing'])).rejects.toMatchObject({
      exitCode: 2,
      problems: [{ file: 'nothing', title: 'No file in this folder ends with .shard.json.' }],
    });
  });
});
