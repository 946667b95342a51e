import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../../src/core/ledger/ledger.ts';
import { acceptanceReport } from '../../../src/report/record-results.ts';
import { githubReport } from '../../../src/report/github.ts';
import { jsonReport } from '../../../src/report/reports.ts';
import { markdownReport } from '../../../src/report/markdown.ts';
import { textReport } from '../../../src/report/text.ts';
import { SOUND, VERIFIED } from '../../fixtures/ledgers.ts';

/** What a sample may print to be more than its output. */
const HOSTILE = [
  '::error file=a.py::forged',
  '  ::stop-commands::x',
  '##[error]forged',
  '\u001b]0;title\u0007',
  '\u001b]8;;javascript:alert(1)\u001b\\link\u001b]8;;\u001b\\',
  '\u001b[2J\u001b[H',
  '\u009b2J',
  'over\rwritten\b',
  '\u202eright to left',
  '</pre><script>alert(1)</script>',
  '```',
  '````diff',
  '# heading',
  '[link](javascript:alert(1))',
].join('\n');

const ledger: Ledger = {
  ...SOUND,
  entries: [
    {
      ...VERIFIED,
      verdict: 'failed',
      problems: [{ file: 'a.py', title: HOSTILE, detail: HOSTILE, remedy: HOSTILE }],
    },
  ],
  problems: [{ file: HOSTILE, title: HOSTILE, remedy: HOSTILE }],
};
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069]/;

describe('what an example prints is shown and not obeyed', () => {
  test.for([
    ['text', textReport(ledger)],
    ['markdown', markdownReport(ledger)],
    ['json', jsonReport(ledger)],
    [
      'record',
      acceptanceReport([
        { kind: 'recorded', id: 'a', change: HOSTILE },
        { kind: 'refused', id: 'b', problems: [{ file: 'a.py', title: HOSTILE, detail: HOSTILE }] },
      ]),
    ],
  ] as const)('in the report of %s: by no terminal, and by no CI', ([, report]) => {
    const plain = stripVTControlCharacters(report);
    expect(STEERING.exec(plain.replaceAll('\n', ''))).toBeNull();
    // Our own colours are all that a terminal obeys.
    expect(report.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain);
    expect(plain.split('\n').filter(line => line.trimStart().startsWith('::'))).toEqual([]);
    expect(plain).not.toContain('##[');
    expect(plain).toContain('forged');
  });

  test('in annotations: there are as many as problems', () => {
    expect(
      githubReport(ledger)
        .split(/\r\n|\r|\n/)
        .filter(line => line !== '')
        .map(line => line.split(/[ :]/)[2]),
    ).toEqual(['error', 'error']);
  });

  test('in Markdown: it is no markup', () => {
    const words = markdownReport(ledger).replaceAll(/^(`{3,})(?:diff|text)\n[\s\S]*?\n\1$/gm, '');
    expect(words).not.toMatch(/(?<!\\)<script|(?<!\\)\[link|(?<!\\)`{3}|^# heading/m);
  });
});
