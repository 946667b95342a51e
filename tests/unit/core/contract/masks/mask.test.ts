import { describe, expect, test } from 'vitest';
import {
  applyMasks,
  type Mask,
  outOfBounds,
  showMasked,
} from '../../../../../src/core/contract/masks/mask.ts';
import type { NamedMask } from '../../../../../src/core/contract/masks/named-masks.ts';

const show = (line: string, ...mask: Mask[]): string =>
  applyMasks([line], mask).lines.map(showMasked).join('');

describe('a named mask takes what differs from run to run, and nothing else:', () => {
  test.for<[NamedMask, string, string]>([
    ['duration', 'Finished in 2.01 seconds', 'Finished in ⟨duration⟩'],
    ['duration', 'took 15ms, then 3 µs, then 1 minute', 'took ⟨duration⟩, then ⟨duration⟩, then ⟨duration⟩'],
    ['duration', '3 steps of 4 sorts', '3 steps of 4 sorts'],
    ['address', '<__main__.Lock object at 0x7f3b2c1d5e50>', '<__main__.Lock object at ⟨address⟩>'],
    ['address', 'mask 0xff', 'mask 0xff'],
    ['thread-id', 'ident 140234567890123', 'ident ⟨thread-id⟩'],
    ['thread-id', 'population 8000000000', 'population 8000000000'],
    ['pid', 'pid 4321 and PID: 12 and pid=7', 'pid ⟨pid⟩ and PID: ⟨pid⟩ and pid=⟨pid⟩'],
    ['pid', 'process 99 of 100', 'process ⟨pid⟩ of 100'],
    ['date', 'on 2026-11-22 at 2026-11-22T19:25:36.123456+00:00', 'on ⟨date⟩ at ⟨date⟩'],
    ['date', 'logged 2026-11-22 19:25:36,123 INFO', 'logged ⟨date⟩ INFO'],
    ['uuid', 'id 123e4567-e89b-12d3-a456-426614174000.', 'id ⟨uuid⟩.'],
    ['path', 'File "/tmp/tmpab12/notes.txt" saved', 'File "⟨path⟩" saved'],
    ['path', 'and/or 1/2', 'and/or 1/2'],
  ])('%s: %s', ([name, line, expected]) => {
    expect(show(line, name)).toBe(expected);
  });
});

describe('a mask of the example’s own', () => {
  test('takes its first group', () => {
    expect(show('2.5 times faster, 3.5 times', { name: 'ratio', pattern: String.raw`(\d\.\d) times` })).toBe(
      '⟨ratio⟩ times faster, ⟨ratio⟩ times',
    );
  });

  test('takes the whole match where it has no group', () => {
    expect(show('2.5 times', { name: 'ratio', pattern: String.raw`\d\.\d times` })).toBe('⟨ratio⟩');
  });

  test('takes nothing where its match is empty', () => {
    expect(show('abc', { name: 'nothing', pattern: 'x*' })).toBe('abc');
  });

  test('may stand beside one of the same name', () => {
    const mask = [
      { name: 'n', pattern: String.raw`first (\d)` },
      { name: 'n', pattern: String.raw`second (\d)` },
    ];
    expect(applyMasks(['first 1', 'second 2'], mask)).toEqual({
      lines: ['first \0n\0', 'second \0n\0'],
      spans: [
        { mask: 0, text: '1', line: 1, start: 6, end: 7 },
        { mask: 1, text: '2', line: 2, start: 7, end: 8 },
      ],
      unfinished: false,
    });
  });

  test('comes after those before it, and leaves their names alone', () => {
    const mask = [
      { name: 'number-2', pattern: String.raw`^(\d+)` },
      { name: 'rest', pattern: String.raw`(\d+)` },
    ];
    expect(applyMasks(['12 of 34'], mask).spans.map(({ text }) => text)).toEqual(['12', '34']);
    expect(show('12 of 34', ...mask)).toBe('⟨number-2⟩ of ⟨rest⟩');
  });
});

test('a span knows the line that it was on', () => {
  expect(applyMasks(['a', 'pid 1', 'pid 2 pid 3'], ['pid']).spans).toEqual([
    { mask: 0, text: '1', line: 2, start: 4, end: 5 },
    { mask: 0, text: '2', line: 3, start: 4, end: 5 },
    { mask: 0, text: '3', line: 3, start: 10, end: 11 },
  ]);
});

describe('bounds', () => {
  const beyond = (line: string, ...mask: Mask[]): string[] => outOfBounds(applyMasks(['', line], mask), mask);

  test.for([
    ['took 2.0 s', []],
    ['took 1 s', []],
    ['took 3.0 s', []],
    ['took 0.99 s', ['line 2: seconds is 0.99, below its min 1']],
    ['took 3.01 s', ['line 2: seconds is 3.01, above its max 3']],
    ['took x s', ['line 2: seconds is "x", which is not a number']],
    [
      'took 0.5 s, took 9 s',
      ['line 2: seconds is 0.5, below its min 1', 'line 2: seconds is 9, above its max 3'],
    ],
  ] as const)('of 1 to 3: %s', ([line, expected]) => {
    expect(beyond(line, { name: 'seconds', pattern: String.raw`took (\S+) s`, min: 1, max: 3 })).toEqual(
      expected,
    );
  });

  test('read a number as Python may group it', () => {
    expect(
      beyond('n = 1,234,567 or 1_234_567', { name: 'n', pattern: '([0-9][0-9,_]+)', max: 1_234_567 }),
    ).toEqual([]);
  });

  test('belong to their own mask where two have one name', () => {
    expect(
      beyond(
        'first 5 second 5',
        { name: 'n', pattern: String.raw`first (\d)`, max: 9 },
        { name: 'n', pattern: String.raw`second (\d)`, max: 4 },
      ),
    ).toEqual(['line 2: n is 5, above its max 4']);
  });
});
