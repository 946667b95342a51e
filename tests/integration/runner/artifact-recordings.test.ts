import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isBitmap } from '../../../src/core/pictures/bitmap.ts';
import { readPng } from '../../../src/core/pictures/read-png.ts';
import type { LedgerEntry } from '../../../src/core/ledger/ledger.ts';
import type { RecordResult } from '../../../src/core/verdict/recording.ts';
import { assessContracts } from '../../../src/runner/commands/assess-contracts.ts';
import { record } from '../../../src/runner/commands/record-examples.ts';
import { verify } from '../../../src/runner/commands/verify.ts';
import { WRITE_PNG } from '../../fixtures/artifacts/pictures.ts';
import { sourceOf } from '../../fixtures/examples.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { project } from '../../fixtures/project.ts';

const TABLE = 'artifacts = { "plot.png" = "A bar", "plot.svg" = "A label", "rows.csv" = "A row" }';
const code = (x = 5, label = 'Label', row = 1): string => `${WRITE_PNG}
write_png("plot.png", 40, 20, lambda i, j: (255, 0, 0) if i < ${x} else (255, 255, 255))
with open("plot.svg", "w") as file:
    file.write('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">\\n<text y="9">${label}</text></svg>\\n')
with open("rows.csv", "w") as file:
    file.write("a,b\\n${row},2\\n")
`;

const recordIn = async (root: string): Promise<readonly RecordResult[]> =>
  record({ root, runs: 2, pythons: [(await interpreter()).path] });

async function entriesOf(root: string, reuse = false): Promise<readonly LedgerEntry[]> {
  return (await verify({ root, reuse, pythons: [(await interpreter()).path] })).ledger.entries;
}

const filesIn = async (root: string): Promise<string[]> =>
  (await readdir(join(root, 'examples'))).filter(name => !/\.(?:py|json)$/.test(name)).sort();

describe('recorded files', () => {
  test('are beside the sample, and verified by later runs and by cached ones', async () => {
    const root = await project({ 'a.py': sourceOf(TABLE, code()) });
    const [result] = await recordIn(root);
    expect(result).toMatchObject({
      kind: 'recorded',
      change: expect.stringMatching(
        /^plot\.png: new, 40 × 20 pixels, \d+ bytes\.\nplot\.svg: new, 40 × 20 pixels/,
      ),
    });
    expect(await filesIn(root)).toEqual(['a.out', 'a.plot.png', 'a.plot.svg', 'a.rows.csv']);
    expect((await readFile(join(root, 'examples/a.rows.csv'))).toString()).toBe('a,b\n1,2\n');
    expect(await recordIn(root)).toEqual([{ kind: 'unchanged', id: 'a' }]);
    expect((await entriesOf(root, true)).map(({ verdict, cached }) => [verdict, cached])).toEqual([
      ['verified', false],
    ]);
    expect((await entriesOf(root, true)).map(({ verdict, cached }) => [verdict, cached])).toEqual([
      ['verified', true],
    ]);
  });

  test('that differ are drifted, with pictures of what differs until it is verified again', async () => {
    const root = await project({ 'a.py': sourceOf(TABLE, code()) });
    await recordIn(root);
    await writeFile(join(root, 'examples/a.py'), sourceOf(TABLE, code(6, 'Lapel', 3)));
    const [entry] = await entriesOf(root);
    expect([entry?.verdict, entry?.problems[0]?.title]).toEqual([
      'drifted',
      'plot.png differs from the recording, examples/a.plot.png: 20 of 800 pixels differ, in x = 5…5, y = 0…19.',
    ]);
    const pictures = ['examples/a.plot.png', 'examples/a.plot.svg.png'].map(
      path => `.verbatim/differences/${path}`,
    );
    expect(entry?.problems[0]?.detail?.split('\n')).toEqual([
      '    plot.svg differs too.',
      '    rows.csv differs too.',
      ...pictures.map(path => `    Before, after, and what differs: ${path}`),
    ]);
    for (const path of pictures) {
      const picture = readPng(await readFile(join(root, path)));
      expect(isBitmap(picture) && [picture.width, picture.height]).toEqual([3 * 48 + 8, 36]);
    }
    const [result] = await recordIn(root);
    expect(result?.kind === 'recorded' && result.change).toContain('-1,2\n+3,2');
    expect((await entriesOf(root)).map(({ verdict }) => verdict)).toEqual(['verified']);
    expect(pictures.map(path => existsSync(join(root, path)))).toEqual([false, false]);
  });

  test('that somebody edited, or removed, are no recording', async () => {
    const root = await project({ 'a.py': sourceOf(TABLE, code()) });
    await recordIn(root);
    const path = join(root, 'examples/a.rows.csv');
    await writeFile(path, 'a,b\n9,9\n');
    expect((await entriesOf(root))[0]?.problems[0]?.title).toMatch(/^The recording was edited/);
    await rm(path);
    expect((await entriesOf(root))[0]?.problems[0]?.title).toMatch(/^The recording was edited/);
    expect((await recordIn(root)).map(({ kind }) => kind)).toEqual(['recorded']);
    expect((await entriesOf(root))[0]?.verdict).toBe('verified');
  });

  test('that a contract no longer names are removed by record; files of the author stay', async () => {
    const root = await project({ 'a.py': sourceOf(TABLE, code()) });
    await recordIn(root);
    await writeFile(join(root, 'examples/a.py'), sourceOf('artifacts = { "rows.csv" = "A row" }', code()));
    const { ledger } = await verify({ root, pythons: [(await interpreter()).path] });
    expect(ledger.problems.map(({ file }) => file)).toEqual(['examples/a.plot.png', 'examples/a.plot.svg']);
    await recordIn(root);
    expect(await filesIn(root)).toEqual(['a.out', 'a.rows.csv']);
    await writeFile(join(root, 'examples/a.mine.csv'), 'mine');
    await recordIn(root);
    expect(await filesIn(root)).toEqual(['a.mine.csv', 'a.out', 'a.rows.csv']);
  });

  test('follow their sample: a moved one is found', async () => {
    const root = await project({ 'plotted.py': sourceOf(TABLE, code()) });
    await recordIn(root);
    await rename(join(root, 'examples/plotted.py'), join(root, 'examples/plotter.py'));
    const { ledger } = await verify({ root, pythons: [(await interpreter()).path] });
    const remedy = ledger.problems.find(({ file }) => file.endsWith('.rows.csv'))?.remedy;
    expect(remedy).toContain('mv examples/plotted.rows.csv examples/plotter.rows.csv');
  });
});

describe('a variant', () => {
  const variant = (from: string, to: string): string =>
    `${TABLE}\n[[tool.verbatim.variant]]\nname = "changed"\nreplace = { "${from}" = "${to}" }`;

  test('may differ in its picture alone', async () => {
    const root = await project({ 'a.py': sourceOf(variant('(255, 0, 0) if', '(0, 0, 255) if'), code()) });
    expect((await recordIn(root)).map(({ kind }) => kind)).toEqual(['recorded', 'recorded']);
    expect(await filesIn(root)).toContain('a.changed.plot.png');
    expect((await entriesOf(root)).map(({ verdict }) => verdict)).toEqual(['verified', 'verified']);
  });

  test('that draws the same shows nothing', async () => {
    const root = await project({ 'a.py': sourceOf(variant('(255, 0, 0) if', '(254, 0, 0) if'), code()) });
    const refused = (await recordIn(root)).find(({ kind }) => kind === 'refused');
    expect(refused?.kind === 'refused' && refused.problems[0]?.title).toContain('no run shows that');
  });
});

test('a file that differs from run to run is not recorded, and does not hold', async () => {
  const table = 'artifacts = { "a.txt" = "A number" }';
  const root = await project({
    'a.py': sourceOf(table, 'import random\nopen("a.txt", "w").write(str(random.random()))'),
  });
  const [result] = await recordIn(root);
  const [problem] = result?.kind === 'refused' ? result.problems : [];
  expect(problem?.title).toBe(
    '2 runs gave 2 different outputs, and the contract does not permit it. Nothing was written.',
  );
  expect(problem?.detail).toMatch(/^a\.txt differs:\n-0\./);
  expect(problem?.remedy).toMatch(/^Make it repeat: fixed data or a seed/);
  const [assessed] = await assessContracts({ root, runs: 2, pythons: [(await interpreter()).path] });
  expect(assessed?.assessment?.kind).toBe('too tight');
});

test('the date of today in a file is not recorded', async () => {
  const table = 'artifacts = { "a.txt" = "A date" }';
  const root = await project({
    'a.py': sourceOf(table, 'from datetime import date\nopen("a.txt", "w").write(f"{date.today()}")'),
  });
  const [result] = await recordIn(root);
  const [problem] = result?.kind === 'refused' ? result.problems : [];
  expect(problem?.title).toMatch(/^a\.txt, line 1: "\d{4}-\d\d-\d\d" is /);
  expect(problem?.remedy).toMatch(/^Write a fixed one/);
});
