import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RecordResult } from '../../../src/core/verdict/recording.ts';
import { assessContracts } from '../../../src/runner/commands/assess-contracts.ts';
import { record } from '../../../src/runner/commands/record-examples.ts';
import { verify } from '../../../src/runner/commands/verify.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { project } from '../../fixtures/project.ts';

const python = async (): Promise<string[]> => [(await interpreter()).path];
const recordIn = async (root: string): Promise<readonly RecordResult[]> =>
  record({ root, runs: 2, pythons: await python() });
const checkIn = async (root: string) => (await verify({ root, pythons: await python() })).ledger;
const filesIn = async (root: string): Promise<string[]> =>
  (await readdir(join(root, 'examples/topic'))).sort();
const titlesOf = (results: readonly RecordResult[]): string[] =>
  results.flatMap(each => (each.kind === 'refused' ? each.problems.map(({ title }) => title) : []));
const verdictsOf = async (root: string): Promise<string[]> =>
  (await checkIn(root)).entries.map(({ id, verdict }) => `${id} ${verdict}`);

/** A sample that prints one of these words by chance, and what it declares. */
const race = (words: string, ...declared: readonly (readonly [prints: string, seen?: boolean])[]): string =>
  [
    '# /// script',
    '# [tool.verbatim.outcomes]',
    '# runs = 20',
    ...declared.flatMap(([prints, seen]) => [
      '# [[tool.verbatim.outcomes.table]]',
      `# prints = "${prints}"`,
      `# meaning = "It is ${prints}."`,
      ...(seen === undefined ? [] : [`# seen = ${seen}`]),
    ]),
    '# ///',
    'import os',
    `print(${words}[os.urandom(1)[0] % 2])`,
    '',
  ].join('\n');

describe('outcomes', () => {
  const BOTH = race('("red", "blue")', ['red'], ['blue']);

  test('are counted by record; each check asks whether what it sees is one of them', async () => {
    const root = await project({ 'topic/race.py': BOTH });
    expect(await recordIn(root)).toMatchObject([{ kind: 'recorded', id: 'topic/race' }]);
    expect(await filesIn(root)).toEqual(['race.outcomes.json', 'race.py', 'recordings.json']);
    const counts = JSON.parse(await readFile(join(root, 'examples/topic/race.outcomes.json'), 'utf8')) as {
      outcomes: { prints: string; count: number }[];
    };
    expect(counts.outcomes.map(({ prints }) => prints)).toEqual(['red', 'blue']);
    expect(counts.outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    expect(await verdictsOf(root)).toEqual(['topic/race verified']);
  });

  test('that nobody declared are refused, at record and at check', async () => {
    const root = await project({ 'topic/race.py': race('("red", "red")', ['red'], ['blue']) });
    expect(titlesOf(await recordIn(root))).toEqual([]);
    await writeFile(join(root, 'examples/topic/race.py'), race('("gray", "gray")', ['red'], ['blue']));
    expect(titlesOf(await recordIn(root))).toEqual([
      'It printed what no outcome declares. Nothing was written.',
    ]);
    const [entry] = (await checkIn(root)).entries;
    expect([entry?.verdict, entry?.problems[0]?.detail]).toEqual(['drifted', '- red\n- blue\n+ gray']);
  });

  test('that must be seen, and are not, are refused', async () => {
    const root = await project({ 'topic/race.py': race('("red", "red")', ['red'], ['blue', true]) });
    expect(titlesOf(await recordIn(root))).toEqual(['None of 2 runs printed "blue". Nothing was written.']);
  });

  test('are recorded anew when their table changes, and refused when their recording was edited', async () => {
    const root = await project({ 'topic/race.py': race('("red", "red")', ['red'], ['blue']) });
    await recordIn(root);
    const path = join(root, 'examples/topic/race.py');
    await writeFile(path, race('("red", "red")', ['red'], ['green']));
    expect(await verdictsOf(root)).toEqual(['topic/race drifted']);
    await recordIn(root);
    expect(await verdictsOf(root)).toEqual(['topic/race verified']);
    const recording = join(root, 'examples/topic/race.outcomes.json');
    const text = await readFile(recording, 'utf8');
    await writeFile(recording, text.replace('"count":2', '"count":1'));
    expect(await verdictsOf(root)).toEqual(['topic/race unrecorded']);
  });

  test('leave no output behind that was recorded before', async () => {
    const root = await project({ 'topic/race.py': BOTH, 'topic/race.out': 'red\n' });
    await recordIn(root);
    expect((await checkIn(root)).problems.map(({ title }) => title)).toEqual([
      'A recorded output, and outcomes in the contract: their counts are recorded in its place.',
    ]);
  });
});

const DEADLOCK = `import threading

pen, paper = threading.Lock(), threading.Lock()
both = threading.Barrier(2)


def write(first, second):
    with first:
        both.wait()
        with second:
            print("written")


ada = threading.Thread(target=write, args=(pen, paper), name="Ada")
bob = threading.Thread(target=write, args=(paper, pen), name="Bob")
ada.start()
bob.start()
ada.join()
bob.join()
`;
const hanging = (...keys: readonly string[]): string =>
  ['# /// script', '# [tool.verbatim]', ...keys.map(key => `# ${key}`), '# ///', DEADLOCK].join('\n');

describe('an example that hangs', () => {
  test('is recorded with where it hangs, verified, and proved', async () => {
    const root = await project({ 'topic/dead.py': hanging('hangs = true', 'timeout = 0.4') });
    await recordIn(root);
    expect(await filesIn(root)).toEqual(['dead.out', 'dead.py', 'dead.waits', 'recordings.json']);
    const waits = await readFile(join(root, 'examples/topic/dead.waits'), 'utf8');
    expect(waits.split('\n')).toEqual([
      'MainThread waits in Thread.join for Ada, line 23: ada.join()',
      'Ada waits in Lock.acquire for paper, which Bob holds, line 15: with second:',
      'Bob waits in Lock.acquire for pen, which Ada holds, line 15: with second:',
      'Circle: Ada → paper → Bob → pen → Ada',
      '',
    ]);
    expect(await verdictsOf(root)).toEqual(['topic/dead verified']);
    const [proved] = await assessContracts({ root, runs: 3, pythons: await python() });
    expect(proved?.assessment?.kind).toBe('holds');
  });

  test('is refused if it ends, and if its locks are taken in another order', async () => {
    const root = await project({ 'topic/dead.py': hanging('hangs = true', 'timeout = 0.4') });
    await recordIn(root);
    const path = join(root, 'examples/topic/dead.py');
    const source = await readFile(path, 'utf8');
    await writeFile(path, source.replace('"Bob"', '"Cid"'));
    expect(await verdictsOf(root)).toEqual(['topic/dead drifted']);
    await writeFile(
      path,
      source.replace('both.wait()', 'pass').replace('args=(paper, pen)', 'args=(pen, paper)'),
    );
    const [entry] = (await checkIn(root)).entries;
    expect([entry?.verdict, entry?.problems[0]?.title]).toEqual([
      'failed',
      'It was to get stuck, and ended by itself with exit code 0.',
    ]);
  });

  test('may have a variant that ends, and a variant may hang', async () => {
    const ends = ['[[tool.verbatim.variant]]', 'name = "without the barrier"', 'hangs = false'];
    const cured = [...ends, 'replace = { "(paper, pen)" = "(pen, paper)", "both.wait()" = "pass" }'];
    const root = await project({ 'topic/dead.py': hanging('hangs = true', 'timeout = 0.4', ...cured) });
    expect(titlesOf(await recordIn(root))).toEqual([]);
    const files = await filesIn(root);
    expect(files).toContain('dead.without-the-barrier.out');
    expect(files).not.toContain('dead.without-the-barrier.waits');
    expect(await verdictsOf(root)).toEqual([
      'topic/dead verified',
      'topic/dead.without-the-barrier verified',
    ]);
  });
});

test('an example that prints something else while it is watched has no timeline, for any command', async () => {
  const code = ['import sys', 'print(sys.getprofile() is None)', ''];
  const block = ['# /// script', '# [tool.verbatim]', '# timeline = true', '# ///'];
  const root = await project({ 'topic/seen.py': [...block, ...code].join('\n') });
  const title = 'Watched, it prints something else than examples/topic/seen.out:1';
  expect(titlesOf(await recordIn(root))).toEqual([title]);
  expect((await checkIn(root)).entries.map(({ problems: [first] }) => first?.title)).toEqual([
    undefined,
    title,
  ]);
  const proved = await assessContracts({ root, runs: 2, pythons: await python() });
  expect(proved.map(({ problems: [first] }) => first?.title)).toEqual([undefined, title]);
});
