import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { acceptanceReport } from '../../src/report/acceptance.ts';

test('what was recorded is told with its change, what was refused with its reason, what is unchanged only counted', () => {
  expect(stripVTControlCharacters(acceptanceReport([
    { kind: 'unchanged', id: 'a' },
    { kind: 'recorded', id: 'b', change: '-old\n+new' },
    { kind: 'recorded', id: 'b', variant: '3.13t', change: '-new\n+free' },
    { kind: 'removed', id: 'b', variant: '3.12' },
    { kind: 'refused', id: 'c', problems: [{ file: 'examples/c.py', title: 'Exit code 3, expected 0.', remedy: 'Mend it, or declare it: exit = 3' }] },
    { kind: 'unchanged', id: 'd' },
  ]))).toBe(`recorded b
-old
+new

recorded b for 3.13t
-new
+free

removed b for 3.12: it prints what the others print.

refused c
examples/c.py  Exit code 3, expected 0.
Mend it, or declare it: exit = 3

2 recorded, 1 removed, 2 unchanged, 1 refused
`);
});

test('that there was nothing to record is told', () => {
  expect(acceptanceReport([])).toBe('No examples.\n');
});
