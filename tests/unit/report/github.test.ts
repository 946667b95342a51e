import { describe, expect, test } from 'vitest';
import type { Ledger, LedgerEntry } from '../../../src/core/ledger/ledger.ts';
import { githubReport } from '../../../src/report/github.ts';
import { DRIFTED, MIXED, SKIPPED, SOUND } from '../../fixtures/ledgers.ts';

const shownAt = new Map([
  [
    'threading/race',
    [
      { file: 'content/a/b.mdx', line: 12, column: 1 },
      { file: 'content/a/b.mdx', line: 40, column: 3 },
      { file: 'content/a/c.mdx', line: 7, column: 5 },
    ],
  ],
]);
const lines = (text: string): string[] => text.trimEnd().split('\n');
const ledgerOf = (...entries: LedgerEntry[]): Ledger => ({ ...SOUND, entries });

/** A workflow command as the runner of GitHub reads it. */
function parsed(command: string): { level: string; properties: Record<string, string>; message: string } {
  const [, level = '', list = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(command) ?? [];
  const decoded = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  return {
    level,
    properties: Object.fromEntries(
      list
        .split(',')
        .map(pair => pair.split('='))
        .map(([name = '', value = '']) => [name, decoded(value)]),
    ),
    message: decoded(data),
  };
}

describe('annotations', () => {
  test('are at the line of the example, and at the line of each article that shows it', () => {
    expect(lines(githubReport(MIXED, { shownAt, strict: true }))).toEqual([
      '::error file=examples/asyncio/groups.py,line=1,col=3,title=asyncio/groups%3A ' +
        'skipped::No interpreter satisfies requires-python ">=3.14": there is CPython ' +
        '3.13.0.%0AInstall one, or name it: --python PATH',
      '::error file=examples/threading/race.py,line=1,title=threading/race%3A drifted under ' +
        'CPython 3.13.0::Output differs from the recording, examples/threading/race.out:2%0A ' +
        'first%0A-second%0A+2nd, 100%25%0AIf it is right now, accept it: npm run record -- ' +
        'threading/race',
      '::error file=examples/notes.txt,title=problem::The file belongs to no example.%0APut it ' +
        'into the folder of an example with a main.py, or remove it.',
      '::warning file=content/a/b.mdx,line=12,col=1,title=This page shows ' +
        'threading/race::drifted under CPython 3.13.0: examples/threading/race.py Output differs ' +
        'from the recording, examples/threading/race.out:2%0AAlso shown in line 40.',
      '::warning file=content/a/c.mdx,line=7,col=5,title=This page shows ' +
        'threading/race::drifted under CPython 3.13.0: examples/threading/race.py Output differs ' +
        'from the recording, examples/threading/race.out:2',
    ]);
  });

  test('are a notice for what was skipped and may be', () => {
    expect(lines(githubReport(ledgerOf(SKIPPED)))[0]).toMatch(
      /^::notice file=examples\/asyncio\/groups\.py,line=1,col=3,/,
    );
    expect(lines(githubReport(ledgerOf({ ...SKIPPED, optional: true }), { strict: true }))[0]).toMatch(
      /^::notice /,
    );
  });

  test('are none where everything is sound', () => {
    expect(githubReport(SOUND, { shownAt, strict: true })).toBe('');
  });

  test('name all interpreters that say the same, once', () => {
    const report = githubReport(
      ledgerOf(
        DRIFTED,
        { ...DRIFTED, python: '3.13.2', gil: false },
        {
          ...DRIFTED,
          python: '3.11.7',
          verdict: 'failed',
          problems: [{ file: DRIFTED.file, line: 9, title: 'Exit code 1, expected 0.' }],
        },
      ),
      { shownAt },
    );
    expect(lines(report).map(line => parsed(line).properties.title)).toEqual([
      'threading/race: drifted under CPython 3.13.0, CPython 3.13.2 free-threaded',
      'threading/race: failed under CPython 3.11.7',
      'This page shows threading/race',
      'This page shows threading/race',
    ]);
    expect(parsed(lines(report)[2] ?? '').message).toContain(
      'failed under CPython 3.11.7: examples/threading/race.py:9 Exit code 1, expected 0.',
    );
  });

  test('are data: nothing that an example prints ends one, or begins another', () => {
    const problems = [
      { file: 'a,b:c.py', title: 'x', detail: '100%\r\n::error::forged\n##[error]forged %0A' },
    ];
    const report = githubReport(ledgerOf({ ...DRIFTED, problems }));
    expect(lines(report)).toHaveLength(1);
    expect(parsed(report.trimEnd())).toEqual({
      level: 'error',
      properties: { file: 'a,b:c.py', line: '1', title: 'threading/race: drifted under CPython 3.13.0' },
      message: 'x\n100%\\x0d\n\\x3a:error::forged\n#\\x23[error]forged %0A',
    });
  });

  test('of each level are no more than GitHub shows: the last says how many there are, and where', () => {
    const many = Array.from({ length: 25 }, (_, index): LedgerEntry => ({
      ...DRIFTED,
      id: `a/e${index}`,
      problems: [{ file: `examples/a/e${index}.py`, line: 3, title: 'x' }],
    }));
    const places = new Map(many.map(({ id }) => [id, [{ file: 'content/a/b.mdx', line: 5, column: 1 }]]));
    const all = lines(githubReport(ledgerOf(...many), { shownAt: places })).map(parsed);
    expect(all.map(({ level }) => level)).toEqual([
      ...Array<string>(10).fill('error'),
      ...Array<string>(10).fill('warning'),
    ]);
    expect(all[9]?.properties).toEqual({ title: '16 more problems' });
    expect(all[9]?.message).toBe(
      `16 more problems; the summary of the job lists all of them.\n${many
        .slice(9)
        .map(({ id }) => `examples/${id}.py:3`)
        .join('\n')}`,
    );
  });

  test('are no longer than a runner takes: what shows it is cut, and the remedy stays', () => {
    const detail = Array.from({ length: 1000 }, (_, index) => `+${index} lines`).join('\n');
    const { message } = parsed(
      lines(
        githubReport(
          ledgerOf({ ...DRIFTED, problems: [{ file: 'a.py', title: 'x', detail, remedy: 'mend it' }] }),
        ),
      )[0] ?? '',
    );
    expect(message.length).toBeLessThanOrEqual(4096);
    const kept = message.split('\n').filter(line => line.startsWith('+')).length;
    expect(kept).toBeGreaterThan(300);
    expect(
      message.endsWith(`\n+${kept - 1} lines\n… ${1000 - kept} more in the summary of the job.\nmend it`),
    ).toBe(true);
  });
});
