import { expect, test } from 'vitest';
import { nearestPath } from '../../../../src/core/problems/suggest.ts';

const ALL = ['sorting/race', 'sorting/stable', 'sorting/plain_sort', 'queues/race_free', 'queues'];

test.for([
  ['sorting/stabel', 'sorting/stable'],
  ['stable', 'sorting/stable'],
  ['order/stable', 'sorting/stable'],
  [String.raw`sorting\stable`, 'sorting/stable'],
  ['Sorting/Stable', 'sorting/stable'],
  ['qeues', 'queues'],
  // The folder alone makes two names not alike.
  ['sorting/gone', undefined],
  ['sorting/queue', undefined],
] as const)('%s is most likely %s', ([path, meant]) => {
  expect(nearestPath(path, ALL)).toBe(meant);
});
