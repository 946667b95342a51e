import { expect, test } from 'vitest';
import { lowestVersion, newVersions } from '../../../../src/site/front/new-versions.ts';

test.for([
  ['>=3.11', '3.11'],
  ['>= 3.14, <4', '3.14'],
  ['~=3.15', '3.15'],
  ['<3.13', undefined],
  [undefined, undefined],
] as const)('a sample that asks for %s runs from %s on', ([required, version]) => {
  expect(lowestVersion(required)).toBe(version);
});

test('new are the two newest versions that samples need, if others run under an older one', () => {
  expect(newVersions(['>=3.9', '>=3.14', undefined, '>=3.15', '>=3.13', '>=3.15'])).toEqual(['3.15', '3.14']);
  expect(newVersions(['>=3.11', '>=3.14'])).toEqual(['3.14']);
});

test('nothing is new where all samples need the same', () => {
  expect(newVersions(['>=3.14', '>=3.14'])).toEqual([]);
  expect(newVersions([undefined])).toEqual([]);
});
