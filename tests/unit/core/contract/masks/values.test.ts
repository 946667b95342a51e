import { describe, expect, test } from 'vitest';
import { applyMasks, type Mask, outOfBounds } from '../../../../../src/core/contract/masks/mask.ts';
import { unprovedBy } from '../../../../../src/core/contract/masks/masked-part.ts';
import { parseNumber } from '../../../../../src/core/contract/masks/number.ts';
import { capture } from '../../../../../src/core/text/plain-output.ts';

describe('a number is read as it is written:', () => {
  test.for<[string, number | undefined]>([
    ['15', 15],
    ['-1.5', -1.5],
    ['1.5e-3', 0.0015],
    ['1,234,567.5', 1_234_567.5],
    ['1_234_567', 1_234_567],
    ['12 345', 12_345],
    ['007', 7],
    ['1,5', undefined],
    ['12,34', undefined],
    ['1,234_567', undefined],
    ['1234,567', undefined],
    ['0x0f', undefined],
    ['0b1', undefined],
    ['1e999', undefined],
    ['inf', undefined],
    ['nan', undefined],
    ['', undefined],
    [' 1', undefined],
    ['1.', undefined],
    ['٣', undefined],
  ])('%j is %j', ([text, expected]) => {
    expect(parseNumber(text)).toBe(expected);
  });
});

describe('a named mask checks what it hides:', () => {
  const beyond = (line: string, mask: Mask): string[] => outOfBounds(applyMasks([line], [mask]), [mask]);

  test.for<[Mask, string, boolean]>([
    ['date', '2024-02-29', true],
    ['date', '2026-02-29', false],
    ['date', '2026-99-99', false],
    ['date', '2026-11-31', false],
    ['date', '0000-01-01', false],
    ['date', '2026-11-22T24:00', false],
    ['date', '2026-11-22 23:59:60', true],
    ['date', '2026-11-22T19:61:10', false],
    ['address', 'at 0x7f3b2c1d5e50', true],
    ['address', 'at 0x0000000000', false],
  ])('%s in %j: %j', ([mask, line, holds]) => {
    expect(beyond(line, mask).length === 0).toBe(holds);
  });
});

describe('a value is quoted', () => {
  const seconds = { name: 'seconds', pattern: String.raw`took (\d+) s`, min: 1, max: 3 };
  const { max: _, ...loose } = seconds;
  const output = 'Ada\n\u001b[1m12\u001b[0m steps took 2 s, pid 4711\n';
  const unproved = (match: string, ...masks: Mask[]): string | undefined =>
    unprovedBy(capture(output, match) ?? { text: '', start: 0 }, output, masks);

  test.for<[string, Mask[], string | undefined]>([
    [String.raw`took (\d)`, [], undefined],
    [String.raw`took (\d)`, [seconds], undefined],
    [String.raw`took (\d)`, [loose], 'seconds'],
    [String.raw`took (\d)`, ['pid', { ...seconds, min: undefined }], 'seconds'],
    [String.raw`(\d+) steps`, [loose], undefined],
    ['steps (took.*)', [seconds, 'pid'], 'pid'],
    [String.raw`pid (\d+)`, ['pid'], 'pid'],
    ['(A)da', ['pid', loose], undefined],
  ])('%s under %j: %j hides it', ([match, masks, expected]) => {
    expect(unproved(match, ...masks)).toBe(expected);
  });
});
