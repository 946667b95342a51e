import { expect, test } from 'vitest';
import { permitsBlank } from '../../../../src/core/artifacts/blank-picture.ts';
import { unfitKeys } from '../../../../src/core/contract/unfit-keys.ts';
import { contractOf } from '../../../fixtures/examples.ts';
import { pngOf } from '../../../fixtures/artifacts/pictures.ts';

const FAINT = pngOf(20, 20, [{ x: 2, y: 2, width: 5, height: 5, color: [200, 200, 200] }]);

test.for([
  [0, false],
  [0.1, false],
  [0.15, false],
  [0.5, true],
  [1, true],
] as const)(
  'a threshold of %d permits nothing in the place of gray on white: %s',
  ([threshold, expected]) => {
    expect(permitsBlank(FAINT, threshold)).toBe(expected);
  },
);

test('a picture of one color hides nothing', () => {
  expect(permitsBlank(pngOf(3, 3), 1)).toBe(false);
});

test('a contract with such a threshold does not fit', () => {
  const contract = contractOf({ artifacts: { 'a.png': { alt: 'A square', threshold: 0.5 } } });
  const output = { out: '', artifacts: new Map([['a.png', FAINT]]) };
  expect(unfitKeys(output, contract).map(({ key, reason }) => [key, reason])).toEqual([
    ['artifacts', 'the threshold 0.5 permits an empty picture in the place of a.png'],
  ]);
});
