import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../../src/core/ledger/ledger.ts';
import { githubReport } from '../../../src/report/github.ts';
import { markdownReport } from '../../../src/report/markdown.ts';
import { jsonReport } from '../../../src/report/reports.ts';
import { summary, textReport } from '../../../src/report/text.ts';
import { SAME, SKIPPED, SOUND, VERIFIED } from '../../fixtures/ledgers.ts';

const LEDGER: Ledger = { ...SOUND, entries: [VERIFIED, SAME] };
const shownAt = new Map([['threading/locks', [{ file: 'content/a/b.mdx', line: 12, column: 1 }]]]);

describe('reports name a variant by its example and by what is changed:', () => {
  test('the text, with a count of variants if there are any', () => {
    const text = stripVTControlCharacters(textReport(LEDGER));
    expect(text).toContain('failed threading/locks, without the lock\n');
    expect(text).toContain('1 verified, 1 failed; 1 of them variants; 2 cached, 0 run; CPython 3.13.0');
    expect(summary(SOUND)).not.toContain('variants');
  });

  test('a note of the text', () => {
    const entries = [{ ...SAME, note: 'Its bounds were not judged.', network: true }];
    const text = stripVTControlCharacters(textReport({ ...SOUND, entries }));
    expect(text).toContain('note threading/locks, without the lock: Its bounds were not judged.');
    expect(text).toContain('note threading/locks, without the lock: It ran with network.');
  });

  test('the annotations, at the articles that show the example', () => {
    const [error, warning] = githubReport(LEDGER, { shownAt }).split('\n');
    expect(error).toContain('title=threading/locks%2C without the lock%3A failed under CPython 3.13.0');
    expect(warning).toMatch(/^::warning file=content\/a\/b\.mdx,line=12/);
    expect(warning).toContain(
      'title=This page shows threading/locks::threading/locks, without the lock: failed',
    );
  });

  test('one annotation of an article, if the example and its variant fall short', () => {
    const entries = [{ ...VERIFIED, verdict: 'drifted', problems: SAME.problems } as const, SAME];
    const warnings = githubReport({ ...SOUND, entries }, { shownAt }).match(/^::warning .*/gm);
    expect(warnings).toEqual([
      expect.stringMatching(/drifted .*%0Athreading\/locks, without the lock: failed/),
    ]);
  });

  test('the summary of a job, with the articles and with what was skipped', () => {
    const text = markdownReport(LEDGER, { shownAt });
    expect(text).toContain('### failed: `threading/locks, without the lock` under CPython 3.13.0');
    expect(text).toContain('Shown in content/a/b.mdx:12:1.');
    const skipped = { ...SKIPPED, id: 'asyncio/groups.x', variant: { of: 'asyncio/groups', name: 'x' } };
    expect(markdownReport({ ...SOUND, entries: [skipped] })).toContain(
      '- `asyncio/groups, x`: No interpreter',
    );
  });

  test('the report for programs, by its id, its original and its name', () => {
    const { examples, variants, totals } = JSON.parse(jsonReport(LEDGER)) as Record<string, unknown>;
    expect(examples).toMatchObject([
      { id: 'threading/locks', variant: null },
      { id: 'threading/locks.without-the-lock', variant: SAME.variant },
    ]);
    expect([variants, totals]).toMatchObject([1, { verified: 1, failed: 1 }]);
  });
});
