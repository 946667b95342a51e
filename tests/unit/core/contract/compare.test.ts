import { describe, expect, test } from 'vitest';
import { compare, misfits, permits } from '../../../../src/core/contract/compare.ts';
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

describe('a contract does not fit an output', () => {
  test.for([
    [
      'in which a mask matches nothing',
      { mask: ['pid', 'uuid'] },
      'pid 1\n',
      ['the mask "uuid" matches nothing in the output'],
    ],
    [
      'in which a number is outside its bounds',
      { mask: [SECONDS] },
      'in 1.0 s\n',
      ['line 1: seconds is 1.0, below its min 1.9'],
    ],
    [
      'of one line that is to have an order',
      { order: 'any' },
      'a\n',
      ['the output has one line, so it has no order to speak of'],
    ],
    [
      'of no line that is to have an order',
      { order: { key: '(a)' } },
      '',
      ['the output has no line, so it has no order to speak of'],
    ],
    [
      'with a line that no stage takes',
      { order: { stages: ['a*', 'b*'] } },
      'a\nx\nb\n',
      ['no stage takes the line "x"'],
    ],
    [
      'with a stage that takes no line',
      { order: { stages: ['a*', 'b*', 'c*'] } },
      'a\nb\n',
      ['the stage "c*" takes no line'],
    ],
    [
      'whose stages come in another order',
      { order: { stages: ['a*', 'b*'] } },
      'a\nb\na2\n',
      ['the line "a2" comes after a line of a later stage'],
    ],
    ['with a line without a key', { order: { key: '^(.):' } }, 'a: 1\nend\n', ['no key in the line "end"']],
  ] as const)('%s', ([, table, out, expected]) => {
    expect(misfits(out, undefined, contractOf(table)).map(({ says }) => says)).toEqual(expected);
  });

  test('and every reason is told', () => {
    expect(
      misfits('a\nx\n', undefined, contractOf({ mask: ['pid'], order: { stages: ['b', 'a'] } })),
    ).toEqual([
      { key: 'mask', says: 'the mask "pid" matches nothing in the output' },
      { key: 'order', says: 'no stage takes the line "x"' },
      { key: 'order', says: 'the stage "b" takes no line' },
    ]);
  });

  test('unless it does', () => {
    expect(
      misfits('a pid 1\nb\n', undefined, contractOf({ mask: ['pid'], order: { stages: ['a*', 'b*'] } })),
    ).toEqual([]);
    expect(misfits('', undefined, contractOf())).toEqual([]);
  });

  test('unless a mask matches the error output', () => {
    expect(misfits('', 'pid 1\n', contractOf({ mask: ['pid'], stderr: true }))).toEqual([]);
  });

  test('by a line that it shows masked', () => {
    expect(
      misfits('pid 1\nb\n', undefined, contractOf({ mask: ['pid'], order: { stages: ['b', 'c'] } }))[0]?.says,
    ).toBe('no stage takes the line "pid ⟨pid⟩"');
  });
});
