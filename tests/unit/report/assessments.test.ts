import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { assessmentReport } from '../../../src/report/assessments.ts';

test('each contract has a line with the runs, and below it what is wrong and what fits', () => {
  expect(
    stripVTControlCharacters(
      assessmentReport([
        {
          id: 'a',
          file: 'examples/a.py',
          runs: 25,
          problems: [],
          assessment: { kind: 'holds', distinct: 1 },
        },
        {
          id: 'longer/name',
          file: 'examples/longer/name.py',
          runs: 25,
          problems: [],
          assessment: {
            kind: 'too tight',
            distinct: 7,
            detail: '-a\n+b',
            remedy: 'The tightest contract that fits what was seen:\n# order = "any"',
          },
        },
        {
          id: 'c',
          file: 'examples/c.py',
          runs: 25,
          problems: [],
          assessment: {
            kind: 'too loose',
            distinct: 2,
            detail: 'In all 25 runs the order was the same.',
            remedy: 'Remove order from the block.',
          },
        },
        {
          id: 'd',
          file: 'examples/d.py',
          runs: 25,
          problems: [
            {
              file: 'examples/d.py',
              title: 'Exit code 3, expected 0.',
              remedy: 'Mend it, or declare it: exit = 3',
            },
          ],
        },
        {
          id: 'e',
          file: 'examples/e.py',
          runs: 0,
          skipped: true,
          problems: [
            {
              file: 'examples/e.py',
              title: 'No interpreter satisfies requires-python ">=3.14": there is CPython 3.13.0.',
            },
          ],
        },
      ]),
    ),
  ).toBe(`a            holds; 25 runs, 1 distinct output
longer/name  too tight; 25 runs, 7 distinct outputs
-a
+b
The tightest contract that fits what was seen:
# order = "any"
c            too loose; 25 runs, 2 distinct outputs
In all 25 runs the order was the same.
Remove order from the block.
d            fell short in 1 of 25 runs
examples/d.py  Exit code 3, expected 0.
Mend it, or declare it: exit = 3
e            skipped; No interpreter satisfies requires-python ">=3.14": there is CPython 3.13.0.

1 of 4 contracts hold, 1 skipped.
`);
});
