import { expect, test } from 'vitest';
import {
  isPastEndOfLife,
  oldestSupported,
  PYTHON_RELEASES,
  unknownVersions,
} from '../../../src/core/python-releases.ts';

test('a version is supported until the end of its last month', () => {
  expect([isPastEndOfLife('3.11', '2027-10'), isPastEndOfLife('3.11', '2027-11')]).toEqual([false, true]);
});

test('one that is older than the table is past, and a newer one is not', () => {
  expect([isPastEndOfLife('3.9', '2026-11'), isPastEndOfLife('3.99', '2099-01')]).toEqual([true, false]);
});

test('the oldest that is supported changes with the month', () => {
  const months = ['2026-11', '2027-11', '2031-10', '2031-11'];
  expect(months.map(oldestSupported)).toEqual(['3.11', '3.12', '3.15', undefined]);
});

test('versions that the table lacks are named once', () => {
  expect(unknownVersions(['3.16', '3.9', '3.15', '3.16'])).toEqual(['3.16']);
});

test('each version follows the one before by a year', () => {
  const [first] = PYTHON_RELEASES;
  PYTHON_RELEASES.forEach(({ version, endOfLife }, index) => {
    expect(version).toBe(`3.${Number(first?.version.slice(2)) + index}`);
    expect(endOfLife).toBe(`${Number(first?.endOfLife.slice(0, 4)) + index}-10`);
  });
});
