import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mergeShards } from '../../../src/core/ledger/merge-shards.ts';
import { tagOf } from '../../../src/core/python-version.ts';
import type { RecordResult } from '../../../src/core/verdict/recording.ts';
import { assessContracts } from '../../../src/runner/commands/assess-contracts.ts';
import { record } from '../../../src/runner/commands/record-examples.ts';
import { verify } from '../../../src/runner/commands/verify.ts';
import { readShards, saveResult, shardFile } from '../../../src/runner/files/result-files.ts';
import { userCache } from '../../../src/runner/files/user-cache.ts';
import { findInterpreters } from '../../../src/runner/python/find-interpreters.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { project } from '../../fixtures/project.ts';

const CODE = `import os
import sys

total = 0
for step in (1, 2):
    if step != 2:
        total += step
print(total)
`;

/** A sample with these variants, each a list of lines of TOML. */
const sample = (...variants: readonly (readonly string[])[]): string => {
  const tables = variants.flatMap(lines => ['', '[[tool.verbatim.variant]]', ...lines]);
  return ['# /// script', ...tables.map(line => `# ${line}`.trimEnd()), '# ///', CODE].join('\n');
};

const ALL = ['name = "with all steps"', 'remove = "if step != 2:"'];
const RANDOM = [
  'name = "with chance"',
  'replace = { "print(total)" = "print(os.urandom(8).hex())" }',
  'recorded = false',
];
/** A cure that is none: nothing needs the line. */
const FALSE = ['name = "without sys"', 'remove = "import sys"'];

const python = async (): Promise<string[]> => [(await interpreter()).path];
const recordIn = async (root: string): Promise<readonly RecordResult[]> =>
  record({ root, runs: 2, pythons: await python() });
const checkIn = async (root: string, more: object = {}) => verify({ root, pythons: await python(), ...more });
const filesIn = async (root: string): Promise<string[]> =>
  (await readdir(join(root, 'examples/topic'))).sort();
const titles = ({ problems }: { problems: readonly { title: string }[] }): string[] =>
  problems.map(({ title }) => title);

describe('an example with variants', () => {
  test('is recorded with them, and its contract must not permit what they print', async () => {
    const root = await project({ 'topic/sum.py': sample(ALL, RANDOM) });
    expect(await recordIn(root)).toEqual([
      { kind: 'recorded', id: 'topic/sum', change: '+1' },
      { kind: 'recorded', id: 'topic/sum.with-all-steps', change: '+3' },
      { kind: 'unchanged', id: 'topic/sum.with-chance' },
    ]);
    expect(await filesIn(root)).toEqual(['recordings.json', 'sum.out', 'sum.py', 'sum.with-all-steps.out']);
    expect((await checkIn(root)).ledger).toMatchObject({
      entries: [
        { id: 'topic/sum', verdict: 'verified' },
        {
          id: 'topic/sum.with-all-steps',
          verdict: 'verified',
          file: 'examples/topic/sum.py',
          variant: { of: 'topic/sum', name: 'with all steps' },
        },
        { id: 'topic/sum.with-chance', verdict: 'verified' },
      ],
      problems: [],
    });
  });

  test('is refused by record, check and prove if a variant prints the same', async () => {
    const root = await project({ 'topic/sum.py': sample(FALSE) });
    const same = [
      'Variant "without sys": It prints what the example may print as written: ' +
        'no run shows that the change matters.',
    ];
    const [original, cure] = await recordIn(root);
    expect(original).toMatchObject({ kind: 'recorded' });
    expect(cure).toMatchObject({ kind: 'refused', problems: [{ line: 4, title: same[0] }] });
    expect(await filesIn(root)).not.toContain('sum.without-sys.out');
    const [, judged] = (await checkIn(root)).ledger.entries;
    expect([judged?.verdict, judged && titles(judged)]).toEqual(['failed', same]);
    const [, proved] = await assessContracts({ root, runs: 2, pythons: await python() });
    expect(proved && [titles(proved), proved.differed]).toEqual([same, 0]);
  });

  test('is refused with recorded = false too, whatever is beside it', async () => {
    const root = await project({ 'topic/sum.py': sample([...FALSE, 'recorded = false']) });
    await recordIn(root);
    const [, judged] = (await checkIn(root)).ledger.entries;
    expect(judged).toMatchObject({ id: 'topic/sum.without-sys', verdict: 'failed' });
  });

  test('fails if a variant prints something else than was recorded, though it differs', async () => {
    const root = await project({ 'topic/sum.py': sample(ALL) });
    await recordIn(root);
    const path = join(root, 'examples/topic/sum.py');
    await writeFile(path, (await readFile(path, 'utf8')).replace('(1, 2)', '(1, 2, 2)'));
    expect((await checkIn(root)).ledger.entries.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['topic/sum', 'verified'],
      ['topic/sum.with-all-steps', 'drifted'],
    ]);
  });

  test('leaves a stray recording behind if a variant gets another name, until record has tidied', async () => {
    const root = await project({ 'topic/sum.py': sample(ALL) });
    await recordIn(root);
    await writeFile(join(root, 'examples/topic/sum.py'), sample(['name = "with both"', ALL[1] ?? '']));
    const { ledger } = await checkIn(root);
    expect(ledger.problems).toMatchObject([
      { file: 'examples/topic/recordings.json' },
      {
        file: 'examples/topic/sum.with-all-steps.out',
        title:
          'A recording without its variant: examples/topic/sum.py has none of the name "with all steps".',
      },
    ]);
    await rm(join(root, 'examples/topic/sum.with-all-steps.out'));
    await recordIn(root);
    expect((await checkIn(root)).ledger.problems).toEqual([]);
    expect(await filesIn(root)).toEqual(['recordings.json', 'sum.out', 'sum.py', 'sum.with-both.out']);
  });

  test('is proved with how often a variant differed', async () => {
    const root = await project({ 'topic/sum.py': sample(ALL, RANDOM) });
    await recordIn(root);
    const proved = await assessContracts({ root, runs: 3, pythons: await python() });
    expect(proved.map(({ id, differed, assessment }) => [id, differed, assessment?.kind])).toEqual([
      ['topic/sum', undefined, 'holds'],
      ['topic/sum.with-all-steps', 3, 'holds'],
      ['topic/sum.with-chance', 3, 'holds'],
    ]);
  });

  test('is not run again while nothing changes, and what is cached is judged against the original', async () => {
    const root = await project({ 'topic/sum.py': sample(ALL, RANDOM) });
    await recordIn(root);
    await checkIn(root, { reuse: true });
    const cached = async (): Promise<unknown> =>
      (await checkIn(root, { reuse: true })).ledger.entries.map(entry => [entry.verdict, entry.cached]);
    expect(await cached()).toEqual([
      ['verified', true],
      ['verified', true],
      ['verified', true],
    ]);
    // Without the recording of the original, nothing says that the variants differ.
    await rm(join(root, 'examples/topic/sum.out'));
    expect(await cached()).toEqual([
      ['unrecorded', false],
      ['unrecorded', false],
      ['unrecorded', false],
    ]);
  });

  test('may be in another shard than its variants', async () => {
    const root = await project({ 'topic/sum.py': sample(ALL, RANDOM) });
    await recordIn(root);
    for (const index of [1, 2]) {
      const shard = { index, count: 2 };
      const { ledger, runs } = await checkIn(root, { shard });
      expect(ledger.entries.map(({ verdict }) => verdict)).not.toContain('unrecorded');
      await saveResult(root, shardFile(shard), { pythons: await python(), sources: 'same', ledger, runs });
    }
    const merged = mergeShards(await readShards(root, ['.verbatim/shards']));
    const all = await checkIn(root);
    const facts = (entries: typeof all.ledger.entries): unknown =>
      entries.map(({ id, verdict }) => [id, verdict]);
    expect(facts(merged.ledger.entries)).toEqual(facts(all.ledger.entries));
  });

  test('has recordings of versions for a variant alone', async ({ skip }) => {
    const found = await findInterpreters([], process.env, userCache());
    const tags = [...new Set(found.filter(({ gil }) => gil).map(tagOf))].slice(0, 2);
    const [newer, older] = tags;
    if (newer === undefined || older === undefined) return skip('There is one version of Python.');
    const version = [
      'name = "with its version"',
      'replace = { "print(total)" = "print(total, sys.version_info.minor)" }',
    ];
    const root = await project({ 'topic/sum.py': sample(version) });
    await record({ root, runs: 2, pythons: [newer, older] });
    expect(await filesIn(root)).toEqual([
      'recordings.json',
      'sum.out',
      'sum.py',
      `sum.with-its-version.${older}.out`,
      'sum.with-its-version.out',
    ]);
    const { ledger } = await verify({ root, pythons: [newer, older] });
    expect(ledger.entries.map(({ verdict, tag }) => [verdict, tag])).toEqual([
      ['verified', undefined],
      ['verified', undefined],
      ['verified', undefined],
      ['verified', older],
    ]);
    expect(ledger.problems).toEqual([]);
  });
});
