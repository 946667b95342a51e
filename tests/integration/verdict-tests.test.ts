import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import type { Ledger, LedgerEntry } from '../../src/core/ledger/ledger.ts';
import { DRIFTED, SKIPPED, SOUND, VERIFIED } from '../fixtures/ledgers.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

/** Runs the command; returns its output, without colors. */
async function verdictTests(
  ...words: string[]
): Promise<{ readonly exitCode: number | undefined; readonly text: string }> {
  const { exitCode, all } = await execa(process.execPath, ['scripts/verdict-tests.ts', ...words], {
    reject: false,
    all: true,
    env: { NO_COLOR: '1', CI: '', GITHUB_ACTIONS: '', VITEST: '' },
  });
  return { exitCode, text: all };
}

test('each verdict is a test that fails at the line of the example; blobs make one report', async () => {
  // An example of this project, so that there is a line to show, and an article that shows it.
  const file = 'examples/gil/race.py';
  const lines = (await readFile(file, 'utf8')).split('\n');
  const line = lines.findIndex(text => text.startsWith('def ')) + 1;
  const failed: LedgerEntry = {
    ...DRIFTED,
    id: 'gil/race',
    file,
    verdict: 'failed',
    problems: [
      { file, line, title: 'Exit code 1, expected 0.', detail: '\u001b[2J</failure>', remedy: 'Mend it.' },
    ],
  };
  const ledgers: Record<string, Ledger> = {
    a: { ...SOUND, entries: [VERIFIED, failed, SKIPPED] },
    b: { ...SOUND, entries: [{ ...VERIFIED, python: '3.14.1', note: 'Not judged.' }] },
  };
  const folder = await temporaryFolder();
  const ran = await Promise.all(
    Object.entries(ledgers).map(async ([name, ledger]) => {
      await writeFile(join(folder, `${name}.json`), JSON.stringify(ledger));
      return verdictTests(
        '--ledger',
        join(folder, `${name}.json`),
        '--blob',
        join(folder, 'blobs', `${name}.json`),
        '--label',
        name,
      );
    }),
  );
  expect(ran.map(({ exitCode }) => exitCode)).toEqual([1, 0]);
  const [{ text = '' } = {}] = ran;
  expect(text).toContain(
    `failed: Exit code 1, expected 0.\n\\x1b[2J</failure>\nMend it.\n ❯ ${file}:${line}:1\n`,
  );
  expect(text).toMatch(new RegExp(`^ +${line}\\| ${lines[line - 1]?.replaceAll(/[()]/g, '\\$&')}$`, 'm'));
  expect(text).toMatch(/ ❯ content\/advanced\/gil\.mdx:\d+:\d+\n/);
  expect(text).toContain('1 failed | 1 passed | 1 skipped');

  const merged = await verdictTests('--merge', join(folder, 'blobs'), '--junit', join(folder, 'junit.xml'));
  expect(merged.exitCode).toBe(1);
  expect(merged.text).toContain('1 failed | 2 passed | 1 skipped');
  const $ = load(await readFile(join(folder, 'junit.xml'), 'utf8'), { xml: true });
  const cases = $('testcase')
    .toArray()
    .map(each => [
      $(each).attr('classname'),
      $(each).attr('name'),
      $(each)
        .children()
        .toArray()
        .map(({ name }) => name)
        .join(),
    ]);
  expect(cases.toSorted()).toEqual([
    ['asyncio/groups', 'asyncio/groups', 'skipped'],
    ['gil/race', 'gil/race, CPython 3.13.0', 'failure'],
    ['threading/locks', 'threading/locks, CPython 3.13.0', ''],
    ['threading/locks', 'threading/locks, CPython 3.14.1', 'properties'],
  ]);
  expect($('failure').text()).toContain(`\\x1b[2J</failure>\nMend it.\n ❯ ${file}:${line}:1`);
});

test('a missing ledger and a missing folder of blobs are reported', async () => {
  const [ledger, blobs] = await Promise.all([
    verdictTests('--ledger', '.verbatim/nowhere.json'),
    verdictTests('--merge', '.verbatim/nowhere'),
  ]);
  expect([ledger.exitCode, blobs.exitCode]).toEqual([2, 2]);
  expect([ledger.text, blobs.text].map(text => text.split('  ')[0])).toEqual([
    '.verbatim/nowhere.json',
    '.verbatim/nowhere',
  ]);
});
