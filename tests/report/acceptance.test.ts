import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { acceptanceReport } from '../../src/report/acceptance.ts';

test('what was recorded is told with its change, what was refused with its reason, what is unchanged only counted', () => {
  expect(stripVTControlCharacters(acceptanceReport([
    { kind: 'unchanged', id: 'a' },
    { kind: 'recorded', id: 'b', change: '-old\n+new' },
    { kind: 'refused', id: 'c', problems: [{ file: 'examples/c.py', title: 'Exit code 3, expected 0.', remedy: 'Mend it, or declare it: exit = 3' }] },
    { kind: 'unchanged', id: 'd' },
  ]))).toBe(`recorded b
-old
+new

refused c
examples/c.py  Exit code 3, expected 0.
Mend it, or declare it: exit = 3

1 recorded, 2 unchanged, 1 refused
`);
});

test('that there was nothing to record is told', () => {
  expect(acceptanceReport([])).toBe('No examples.\n');
});
