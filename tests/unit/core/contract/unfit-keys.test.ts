import { describe, expect, test } from 'vitest';
import { unfitKeys } from '../../../../src/core/contract/unfit-keys.ts';
import { contractOf } from '../../../fixtures/examples.ts';

const SECONDS = { name: 'seconds', pattern: String.raw`(\d\.\d) s$`, min: 1.9, max: 4 };

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
    expect(unfitKeys({ out: out }, contractOf(table)).map(({ reason }) => reason)).toEqual(expected);
  });

  test('and every reason is reported', () => {
    expect(
      unfitKeys({ out: 'a\nx\n' }, contractOf({ mask: ['pid'], order: { stages: ['b', 'a'] } })),
    ).toEqual([
      { key: 'mask', reason: 'the mask "pid" matches nothing in the output' },
      { key: 'order', reason: 'no stage takes the line "x"' },
      { key: 'order', reason: 'the stage "b" takes no line' },
    ]);
  });

  test('unless it does', () => {
    expect(
      unfitKeys({ out: 'a pid 1\nb\n' }, contractOf({ mask: ['pid'], order: { stages: ['a*', 'b*'] } })),
    ).toEqual([]);
    expect(unfitKeys({ out: '' }, contractOf())).toEqual([]);
  });

  test('unless a mask matches the error output', () => {
    expect(unfitKeys({ out: '', err: 'pid 1\n' }, contractOf({ mask: ['pid'], stderr: true }))).toEqual([]);
  });

  test('by a line that it shows masked', () => {
    expect(
      unfitKeys({ out: 'pid 1\nb\n' }, contractOf({ mask: ['pid'], order: { stages: ['b', 'c'] } }))[0]
        ?.reason,
    ).toBe('no stage takes the line "pid ⟨pid⟩"');
  });
});
