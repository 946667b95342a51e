import { describe, expect, test } from 'vitest';
import { compare, mayReorder, permits, promiseOf } from '../../../../src/core/contract/compare.ts';
import { contractOf } from '../../../fixtures/examples.ts';

const SECONDS = { name: 'seconds', pattern: String.raw`(\d\.\d) s$`, min: 1.9, max: 4 };

describe('an output is permitted', () => {
  test.for([
    ['when it is the recorded one', {}, 'a\nb\n', 'a\nb\n', true],
    ['not when a line differs', {}, 'a\nb\n', 'a\nB\n', false],
    ['not when its last line feed is missing', {}, 'a\n', 'a', false],
    ['not when it ends its lines with carriage returns', {}, 'a\n', 'a\r\n', false],
    ['in another order where any is promised', { order: 'any' }, 'a\nb\n', 'b\na\n', true],
    ['not when a line comes once more, whatever the order', { order: 'any' }, 'a\nb\n', 'b\na\na\n', false],
    ['not when its last line feed is missing, whatever the order', { order: 'any' }, 'a\nb\n', 'b\na', false],
    ['with another masked span', { mask: ['pid'] }, 'pid 1\n', 'pid 23\n', true],
    [
      'with masked spans in another order',
      { order: 'any', mask: ['pid'] },
      'a pid 1\nb pid 2\n',
      'b pid 1\na pid 7\n',
      true,
    ],
    ['not when the mask does not match it', { mask: ['pid'] }, 'pid 1\n', 'pid x\n', false],
    ['with a number inside the bounds', { mask: [SECONDS] }, 'in 2.0 s\n', 'in 3.9 s\n', true],
    ['not with a number outside the bounds', { mask: [SECONDS] }, 'in 2.0 s\n', 'in 4.1 s\n', false],
    [
      'not with a number outside the bounds either where the recording has the same',
      { mask: [SECONDS] },
      'in 4.1 s\n',
      'in 4.1 s\n',
      false,
    ],
  ] as const)('%s', ([, table, recorded, actual, expected]) => {
    expect(permits(recorded, actual, contractOf(table))).toBe(expected);
  });
});

describe('a difference shows only what the contract does not permit:', () => {
  test('not the order where any is promised', () => {
    expect(compare('a\nb\nc\n', 'c\nb\nx\n', contractOf({ order: 'any' })).difference?.text).toBe(
      '-a\n b\n c\n+x',
    );
  });

  test('not the order inside a stage', () => {
    const contract = contractOf({ order: { stages: ['start *', 'done *', 'all'] } });
    expect(
      compare('start a\nstart b\ndone a\ndone b\nall\n', 'start b\nstart a\ndone b\ndone c\nall\n', contract)
        .difference,
    ).toEqual({ text: ' start a\n start b\n-done a\n done b\n+done c\n all', line: 3 });
  });

  test('not what a mask hides', () => {
    expect(compare('pid 1\nend\n', 'pid 2\nEnd\n', contractOf({ mask: ['pid'] })).difference?.text).toBe(
      ' pid ⟨pid⟩\n-end\n+End',
    );
  });

  test('measured numbers beside it, by the lines of the actual output', () => {
    expect(compare('in 2.0 s\n', 'so\nin 9.0 s\n', contractOf({ mask: [SECONDS] }))).toEqual({
      difference: { text: '+so\n in ⟨seconds⟩ s', line: 1 },
      outOfBounds: ['line 2: seconds is 9.0, above its max 4'],
    });
  });
});

describe('what a contract promises about one stream', () => {
  const contract = contractOf({ order: 'any', mask: ['pid', SECONDS] });

  test('is another order only for stdout', () => {
    expect([promiseOf(contract, 'out').order, promiseOf(contract, 'err').order]).toEqual(['any', 'exact']);
    expect([mayReorder('out'), mayReorder('err')]).toEqual([true, false]);
  });

  test('are bounds only for a run that had its cores; everything else holds for both', () => {
    expect(promiseOf(contract, 'out', true)).toEqual({
      ...contract,
      mask: ['pid', { name: SECONDS.name, pattern: SECONDS.pattern }],
      form: undefined,
      isUnmeasured: true,
    });
    expect(promiseOf(contract, 'out', false)).toEqual(contract);
  });
});
