import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { mutationReport } from '../../../src/report/mutation.ts';

test('the report lists allowed and wrongly accepted mutants and blind contracts, then counts', () => {
  expect(
    stripVTControlCharacters(
      mutationReport(
        new Map([
          ['strict', { rejected: 5, allowed: [], wronglyAccepted: [] }],
          [
            'loose',
            {
              rejected: 3,
              allowed: [{ name: 'swap lines 1 and 2', text: '', allowed: 'lines may come in any order' }],
              wronglyAccepted: [{ name: 'drop line 1', text: '' }],
            },
          ],
          ['blind', { rejected: 0, allowed: [], wronglyAccepted: [] }],
        ]),
      ),
    ),
  ).toBe(`loose allows 1 of 5:
  swap lines 1 and 2: lines may come in any order
blind blind: under its contract nothing can fail.
wrongly accepted loose: drop line 1
Mutation check: 10 mutants of 3 recordings; 8 rejected, 1 allowed by their contracts, 1 wrongly accepted: 88.89 % of what changes the meaning is rejected.
`);
});
