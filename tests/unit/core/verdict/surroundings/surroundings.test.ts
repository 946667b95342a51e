import { describe, expect, test } from 'vitest';
import { applyMasks, type Mask } from '../../../../../src/core/contract/masks/mask.ts';
import { formProblem } from '../../../../../src/core/contract/masks/mask-form.ts';
import { clockForms } from '../../../../../src/core/verdict/surroundings/clock-forms.ts';
import { surroundingsProblem } from '../../../../../src/core/verdict/surroundings/surroundings.ts';
import { exampleOf, sourceOf } from '../../../../fixtures/examples.ts';

const NOW = new Date('2026-11-09T21:05:30Z');
const WHERE = { from: NOW, to: NOW, user: 'lovelace', host: 'engine-17', home: '/home/lovelace' };
const problem = (out: string, source = 'print(now())\n') =>
  surroundingsProblem(exampleOf(source), { out: `first\n${out}\n` }, WHERE);

const CLOCKS = [
  'Printed on 2026-11-09',
  '2026-11-09T21:05:30.1+00:00',
  '2026/11/09',
  '9 Nov 2026',
  '09 November 2026',
  '09-Nov-2026',
  'Mon Nov  9 21:05:30 2026',
  'November 9, 2026',
  '9.11.2026',
  '09.11.26',
  '11/09/26',
  '20261109',
  '1794258330',
  '1794258330.123',
  '1794258330123456789',
  'at 21:05',
  '9:05 PM',
  'Monday',
];

describe('an output that holds the date or the time is refused, and the mask to paste takes it:', () => {
  test.for(CLOCKS)('%s', out => {
    expect(problem(out)?.title).toMatch(
      /^Output, line 2: ".+" is the (?:date of today|time at which it ran)/,
    );
    const { mask, find } = clockForms(NOW, NOW).find(form => form.find(out) !== undefined) ?? {};
    expect(formProblem(mask as Mask)).toBeUndefined();
    expect(find?.(applyMasks([out], [mask as Mask]).lines.join('')), out).toBeUndefined();
  });
});

describe('an output is recorded', () => {
  test.for(['2026-11-10', '12026-11-091', '21:06', '1794000000', 'Tuesday', 'November', '9', 'lovelaces'])(
    'that holds %s',
    out => {
      expect(problem(out)).toBeUndefined();
    },
  );

  test('whose date the sample spells out', () => {
    expect(problem('2026-11-09', 'print("2026-11-09")\n')).toBeUndefined();
  });

  test('whose weekday cannot be of today, because the sample asks for no time', () => {
    expect(problem('Monday', 'print(date(2024, 1, 1).strftime("%A"))\n')).toBeUndefined();
  });

  test('whose date a mask hides', () => {
    expect(problem('2026-11-09', sourceOf('mask = ["date"]', 'print(now())'))).toBeUndefined();
  });
});

test.for([
  ['notes in /home/lovelace/notes', 'the home folder'],
  ['by lovelace', 'the name of the user'],
  ['on engine-17', 'the name of the machine'],
] as const)('an output of the machine is refused: %s', ([out, what]) => {
  expect(problem(out)?.title).toContain(`is ${what}`);
});

test('a run past midnight looks for both dates', () => {
  const to = new Date('2026-11-10T00:01:00Z');
  const found = surroundingsProblem(exampleOf(), { out: '2026-11-10\n' }, { ...WHERE, to });
  expect(found?.title).toContain('"2026-11-10" is the date of today');
});
