import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { BrowserVerdict } from '../../../src/core/browser/browser-proof.ts';
import { summary, textProblem, textReport } from '../../../src/report/text.ts';
import { MIXED, SOUND, VERIFIED } from '../../fixtures/ledgers.ts';
import { CPYTHON } from '../../fixtures/examples.ts';

const plain = stripVTControlCharacters;

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the report for a terminal', () => {
  test('is one line where everything is verified', () => {
    expect(plain(textReport(SOUND))).toBe('1 verified; 1 cached, 0 run; CPython 3.13.0\n');
  });

  test('shows each shortfall, other problems, and then counts', () => {
    expect(plain(textReport(MIXED))).toMatchInlineSnapshot(`
      "skipped asyncio/groups
        examples/asyncio/groups.py:1:3  No interpreter satisfies requires-python ">=3.14": there is CPython 3.13.0.
        Install one, or name it: --python PATH

      drifted threading/race
        examples/threading/race.py  Output differs from the recording, examples/threading/race.out:2
         first
        -second
        +2nd, 100%
        If it is right now, accept it: npm run record -- threading/race

      examples/notes.txt  The file belongs to no example.
      Put it into the folder of an example with a main.py, or remove it.

      1 verified, 1 drifted, 1 skipped, 1 other problem; 1 cached, 1 run; CPython 3.13.0
      "
    `);
  });

  test('shows the note of a verdict', () => {
    expect(
      plain(
        textReport({ ...SOUND, entries: [{ ...VERIFIED, note: 'Other programs kept the 2 cores busy.' }] }),
      ),
    ).toBe(
      'note threading/locks: Other programs kept the 2 cores busy.\n\n' +
        '1 verified; 1 cached, 0 run; CPython 3.13.0\n',
    );
  });

  test('says which samples ran with the network', () => {
    expect(plain(textReport({ ...SOUND, entries: [{ ...VERIFIED, network: true }] }))).toBe(
      'note threading/locks: It ran with network.\n\n' +
        '1 verified; 1 cached, 0 run; CPython 3.13.0; 1 with network\n',
    );
  });

  test('counts the samples that run in the browser, and says of a few why they do not', () => {
    const sample = (id: string): BrowserVerdict => ({ id, verified: false, reason: 'it starts threads' });
    const report = (samples: readonly BrowserVerdict[]): string =>
      plain(textReport({ ...SOUND, browser: { pyodide: '314.0.7', python: '3.14.2', samples } }));
    const counts = '1 verified; 1 cached, 0 run; CPython 3.13.0; ';
    expect(report([{ id: 'a', verified: true }, sample('b')])).toBe(
      'note b: It does not run in the browser: it starts threads.\n\n' +
        `${counts}1 of 2 run in the browser, Pyodide 314.0.7\n`,
    );
    expect(report(['a', 'b', 'c', 'd', 'e', 'f'].map(sample))).toBe(
      `${counts}0 of 6 run in the browser, Pyodide 314.0.7\n`,
    );
  });

  test('says that there are no examples', () => {
    expect(plain(textReport({ interpreters: [], entries: [], problems: [] }))).toBe('No examples.\n');
  });

  test('has colors if the stream shows them, and none if NO_COLOR is set', () => {
    vi.stubEnv('NO_COLOR', undefined);
    vi.stubEnv('FORCE_COLOR', '1');
    expect(textReport(SOUND)).toBe('\u001b[32m1 verified\u001b[39m; 1 cached, 0 run; CPython 3.13.0\n');
    vi.stubEnv('FORCE_COLOR', undefined);
    vi.stubEnv('NO_COLOR', '1');
    expect(textReport(SOUND)).toBe('1 verified; 1 cached, 0 run; CPython 3.13.0\n');
  });
});

describe('one problem', () => {
  test('has its place first and its remedy last', () => {
    expect(
      plain(
        textProblem({
          file: 'a.py',
          line: 3,
          column: 1,
          title: 'It is wrong.',
          detail: 'shown',
          remedy: 'npm run record',
        }),
      ),
    ).toBe('a.py:3:1  It is wrong.\nshown\nnpm run record');
  });

  test('may have nothing to show and no remedy', () => {
    expect(plain(textProblem({ file: 'a.py', title: 'It is wrong.', remedy: '' }))).toBe(
      'a.py  It is wrong.',
    );
  });
});

describe('the summary', () => {
  test('names the interpreters that gave verdicts, and whether they are free-threaded', () => {
    const interpreters = [
      { ...CPYTHON, version: '3.14.0', gil: false },
      { ...CPYTHON, version: '3.14.0' },
      CPYTHON,
      { ...CPYTHON, version: '3.12.0' },
    ];
    const entries = [VERIFIED, { ...VERIFIED, python: '3.14.0', gil: false }];
    expect(plain(summary({ interpreters, entries, problems: [] }))).toBe(
      '2 verified; 2 cached, 0 run; CPython 3.14.0 free-threaded; CPython 3.13.0',
    );
  });

  test('says which shard it is of', () => {
    expect(
      plain(
        summary({
          interpreters: [CPYTHON],
          entries: [VERIFIED],
          problems: [],
          part: { shard: { index: 2, count: 4 } },
        }),
      ),
    ).toBe('1 verified; 1 cached, 0 run; CPython 3.13.0; shard 2/4');
  });
});
