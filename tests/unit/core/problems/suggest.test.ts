import { describe, expect, test } from 'vitest';
import { nearest, suggest } from '../../../../src/core/problems/suggest.ts';

describe('the nearest name', () => {
  test.for([
    ['timout', ['timeout', 'title'], 'timeout'],
    ['threading/first_thread', ['threading/first_threads', 'threading/locks'], 'threading/first_threads'],
    ['stdn', ['stdin', 'stderr'], 'stdin'],
    ['completely_else', ['timeout', 'title'], undefined],
    ['anything', [], undefined],
  ] as const)('of %j among %j is %j', ([name, candidates, expected]) => {
    expect(nearest(name, candidates)).toBe(expected);
  });

  test('is the first of those that are equally near', () => {
    expect(nearest('tost', ['test', 'toast'])).toBe('test');
  });
});

describe('a suggestion', () => {
  test('asks about the nearest name', () => {
    expect(suggest('timout', ['timeout'])).toBe('did you mean "timeout"?');
  });

  test('lists what there is when nothing is near', () => {
    expect(suggest('something_else', ['order', 'mask'])).toBe('known: order, mask');
  });

  test('lists no more than thirty names', () => {
    const names = Array.from({ length: 31 }, (_, index) => `example_number_${index + 1}`);
    expect(suggest('zzz', names)).toBe(`known: ${names.slice(0, 30).join(', ')}, …`);
  });

  test('says nothing when there is nothing', () => {
    expect(suggest('anything', [])).toBe('');
  });
});
