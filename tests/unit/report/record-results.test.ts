import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { acceptanceReport, proposalText } from '../../../src/report/record-results.ts';

test('a recording is shown with its change, a refusal with its reason; the unchanged are counted', () => {
  expect(
    stripVTControlCharacters(
      acceptanceReport([
        { kind: 'unchanged', id: 'a' },
        { kind: 'recorded', id: 'b', change: '-old\n+new' },
        { kind: 'recorded', id: 'b', tag: '3.13t', change: '-new\n+free' },
        { kind: 'removed', id: 'b', tag: '3.12' },
        {
          kind: 'refused',
          id: 'c',
          problems: [
            {
              file: 'examples/c.py',
              title: 'Exit code 3, expected 0.',
              remedy: 'Mend it, or declare it: exit = 3',
            },
          ],
        },
        { kind: 'unchanged', id: 'd' },
      ]),
    ),
  ).toBe(`recorded b
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

test('what was declined is shown with its change, unless the author has seen that already', () => {
  const acceptances = [
    {
      kind: 'declined',
      id: 'a',
      changes: [
        { kind: 'recorded', id: 'a', change: '+new' },
        { kind: 'removed', id: 'a', tag: '3.12' },
      ],
    },
    { kind: 'recorded', id: 'b', change: '+new' },
  ] as const;
  expect(stripVTControlCharacters(acceptanceReport(acceptances))).toBe(
    'not recorded a\n+new\n\nnot recorded a for 3.12\nit prints what the others print.\n\n' +
      'recorded b\n+new\n\n1 recorded, 1 declined\n',
  );
  expect(stripVTControlCharacters(acceptanceReport(acceptances, true))).toBe(
    'not recorded a\n\nnot recorded a for 3.12\n\nrecorded b\n\n1 recorded, 1 declined\n',
  );
});

test('what is asked about is shown with all that would change', () => {
  const changes = [
    { kind: 'recorded', id: 'a', change: '' },
    { kind: 'recorded', id: 'a', tag: '3.13t', change: '-new\n+free' },
  ] as const;
  expect(stripVTControlCharacters(proposalText({ id: 'a', changes }))).toBe(
    'a\nThe same output; its receipt is written anew.\n\na for 3.13t\n-new\n+free\n',
  );
});

test('without examples, the report says so', () => {
  expect(acceptanceReport([])).toBe('No examples.\n');
});

test('a sample that ran more often than others says why, when its change is shown', () => {
  const change = {
    kind: 'recorded',
    id: 'a',
    change: '+new',
    runs: 20,
    because: 'it imports queue',
  } as const;
  const shown = 'a: ran 20 times, because it imports queue\n+new\n';
  expect(stripVTControlCharacters(acceptanceReport([change]))).toBe(`recorded ${shown}\n1 recorded\n`);
  expect(stripVTControlCharacters(proposalText({ id: 'a', changes: [change] }))).toBe(shown);
  expect(stripVTControlCharacters(acceptanceReport([change], true))).toBe('recorded a\n\n1 recorded\n');
});
