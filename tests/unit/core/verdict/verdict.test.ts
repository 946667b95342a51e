import { expect, test } from 'vitest';
import { countVerdicts } from '../../../../src/core/verdict/verdict.ts';

test('every kind of verdict is counted, those that did not occur too', () => {
  expect(countVerdicts(['verified', 'drifted', 'verified'])).toEqual({
    verified: 2,
    drifted: 1,
    unrecorded: 0,
    failed: 0,
    'timed-out': 0,
    skipped: 0,
  });
});
