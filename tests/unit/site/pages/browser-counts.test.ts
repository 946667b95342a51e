import { expect, test } from 'vitest';
import { browserCountLines } from '../../../../src/site/audit/plan/browser/expected-browser.ts';
import { wordsOf } from '../../../../src/core/words/languages.ts';
import type { AuditedExample } from '../../../../src/site/audit/plan/audit-plan.ts';
import { browserCounts } from '../../../../src/site/pages/browser-counts.ts';

const PROVED = { pyodide: '314.0.7', python: '3.14.2' };
const REASONS = ['it opens sockets', undefined, 'it starts threads', undefined, 'it starts threads', 'a'];

test('samples that run in the browser are counted, and the others by their reasons', () => {
  const examples = REASONS.map(reason => ({
    browser: { ...PROVED, verified: reason === undefined, reason },
    variants: [],
  }));
  expect(browserCounts([...examples, { browser: undefined, variants: [] }])).toEqual({
    ...PROVED,
    samples: 6,
    verified: 2,
    reasons: [
      ['it starts threads', 2],
      ['a', 1],
      ['it opens sockets', 1],
    ],
  });
  expect(browserCounts([{ browser: undefined, variants: [] }])).toBeUndefined();
});

test('the audit counts the same', () => {
  const audited = REASONS.map(reason => ({
    browser: reason === undefined ? { run: {} } : { reason },
    variants: [],
  }));
  expect(browserCountLines(audited as unknown as AuditedExample[], PROVED, wordsOf('en').proof)).toEqual([
    'h2: In the browser',
    'p: Pyodide 314.0.7 is the Python 3.14.2 of browsers. 2 of 6 samples, variants among them, print ' +
      'there too what is promised: their figures have a button that runs them.',
    'div.table[aria-label=In the browser]: ',
    'th: In the browser',
    'th: Samples',
    'td: It runs',
    'td: 2',
    'td: It does not run: it starts threads',
    'td: 2',
    'td: It does not run: a',
    'td: 1',
    'td: It does not run: it opens sockets',
    'td: 1',
  ]);
});
