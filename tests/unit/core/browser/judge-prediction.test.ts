import { expect, test } from 'vitest';
import { judgePrediction } from '../../../../src/core/browser/judge-prediction.ts';
import type { ReaderAnswer } from '../../../../src/core/browser/reader-answer.ts';

const answer = (out: string, contract: Partial<ReaderAnswer['contract']> = {}): ReaderAnswer => ({
  id: 'a/b',
  contract: { order: 'exact', mask: [], ...contract },
  out,
});
const kind = (of: ReaderAnswer, text: string): string => judgePrediction(of, text).kind;

test.for([
  ['byte for byte', 'a\nb\n'],
  ['without a line feed at the end', 'a\nb'],
  ['with blanks and empty lines at the ends', 'a  \nb\t\n\n\n'],
  ['with line ends of Windows', 'a\r\nb\r\n'],
])('the output %s is the same', ([, text = '']) => {
  expect(kind(answer('a\nb\n'), text)).toBe('same');
});

test.for([
  ['another line', 'a\nc'],
  ['a line that is missing', 'a'],
  ['a line too many', 'a\nb\nc'],
  ['other blanks inside', 'a\n b'],
  ['another case', 'A\nb'],
  ['another order', 'b\na'],
])('%s is different', ([, text = '']) => {
  expect(kind(answer('a\nb\n'), text)).toBe('different');
});

test('an order that may vary is right in any order, and no line may be another', () => {
  const any = answer('a\nb\n', { order: 'any' });
  expect([kind(any, 'b\na'), kind(any, 'a\nb'), kind(any, 'b\nb')]).toEqual([
    'other order',
    'same',
    'different',
  ]);
});

test('a value that differs from run to run is right in each of its forms, whatever its bounds', () => {
  const mask = [{ name: 'seconds', pattern: '(\\d+\\.\\d) seconds', min: 0.1, max: 0.5 }];
  const measured = answer('Took 0.3 seconds\n', { mask });
  expect(
    ['Took 0.3 seconds', 'Took 99.9 seconds', 'Took x seconds'].map(text => kind(measured, text)),
  ).toEqual(['same', 'same', 'different']);
});

test('nothing is no prediction, and a recording without styles is what a page shows', () => {
  expect(kind(answer('a\n'), ' \n\n')).toBe('nothing');
  expect(kind(answer('\u001b[1ma\u001b[0m\n'), 'a')).toBe('same');
});

test('what differs is shown, and nothing about the end of a file', () => {
  const prediction = judgePrediction(answer('a\nb\n'), 'a\nc');
  expect(prediction.kind === 'different' && prediction.difference).toBe(' a\n-b\n+c');
});
