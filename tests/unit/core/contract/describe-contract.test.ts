import { describe, expect, test } from 'vitest';
import { contractSentence } from '../../../../src/core/contract/contract-schema.ts';
import { maskLine, orderLine } from '../../../../src/core/contract/describe-contract.ts';
import type { LineOrder } from '../../../../src/core/contract/order.ts';
import type { Mask } from '../../../../src/core/contract/masks/mask.ts';
import { contractOf, exampleOf, sourceOf } from '../../../fixtures/examples.ts';
import { en } from '../../../../src/core/words/en/en.ts';
import { seeded, seeds } from '../../../fixtures/seeded.ts';

describe('a line to paste', () => {
  test.for<[LineOrder, string]>([
    ['any', 'order = "any"'],
    [{ stages: ['Start *', 'Done "*"'] }, 'order = { stages = ["Start *", "Done \\"*\\""] }'],
    [{ key: String.raw`^(\w+):` }, String.raw`order = { key = '^(\w+):' }`],
    [{ stages: ['a'], key: '(b)' }, 'order = { stages = ["a"], key = "(b)" }'],
  ])('%j: %s', ([order, expected]) => {
    expect(orderLine(order)).toBe(expected);
  });

  test.for<[Mask[], string]>([
    [['pid', 'date'], 'mask = ["pid", "date"]'],
    [
      [{ name: 'ratio', pattern: String.raw`(\d\.\d) times`, min: 1.5 }],
      String.raw`mask = [{ name = "ratio", pattern = '(\d\.\d) times', min = 1.5 }]`,
    ],
    // A text of TOML in single quotes cannot hold one.
    [
      [{ name: 'a', pattern: String.raw`it's (\d)` }],
      String.raw`mask = [{ name = "a", pattern = "it's (\\d)" }]`,
    ],
  ])('%j: %s', ([masks, expected]) => {
    expect(maskLine(masks)).toBe(expected);
  });

  test('is read back as the contract that it was written from', () => {
    for (const seed of seeds(400)) {
      const random = seeded(seed);
      const text = (): string =>
        'x' +
        random
          .list(8, () =>
            random.pick([
              'a',
              'é',
              ' ',
              '"',
              "'",
              '\\\\',
              String.raw`\d`,
              '#',
              '=',
              String.raw`\{`,
              ',',
              String.raw`\*`,
              '\t',
              '“',
            ]),
          )
          .join('');
      const orders: readonly LineOrder[] = [
        'any',
        'exact',
        { stages: [text(), ...random.list(3, text)] },
        { key: `(${text()})` },
        { stages: [text()], key: `(${text()})` },
      ];
      const masks = (): Mask =>
        random.pick<Mask>([
          'pid',
          'duration',
          { name: 'a-1', pattern: text() },
          { name: 'b', pattern: `(${text()})`, min: random.number(9) / 4, max: 1e21 },
        ]);
      const contract = contractOf({ order: random.pick(orders), mask: random.list(3, masks) });
      expect(
        exampleOf(sourceOf(`${orderLine(contract.order)}\n${maskLine(contract.mask)}`)).contract,
        `seed ${seed}`,
      ).toEqual(contract);
    }
  });
});

describe('what is promised, for the reader:', () => {
  test.for([
    ['nothing to add where every line is', {}, undefined],
    ['any order', { order: 'any' }, 'Lines may come in any order.'],
    ['stages', { order: { stages: ['a'] } }, 'Lines come in groups, in any order inside each group.'],
    [
      'a key',
      { order: { key: '(a)' } },
      'Lines of different workers may mix; each worker’s own lines keep their order.',
    ],
    [
      'stages and a key',
      { order: { stages: ['a'], key: '(a)' } },
      'Lines come in groups; inside a group, lines of different workers may mix.',
    ],
    ['one mask', { mask: ['address'] }, 'Memory addresses differ from run to run.'],
    [
      'several masks',
      { mask: ['duration', 'thread-id', 'date'] },
      'Durations, thread numbers and dates differ from run to run.',
    ],
    [
      'two masks of one kind',
      { mask: ['duration', { name: 'seconds', pattern: 'x' }] },
      'Durations differ from run to run.',
    ],
    [
      'a mask of its own',
      { mask: [{ name: 'lost-updates', pattern: 'x' }] },
      'Values of “lost updates” differ from run to run.',
    ],
    [
      'a mask with bounds',
      { mask: [{ name: 'seconds', pattern: 'x', min: 1, max: 2 }] },
      'Durations differ from run to run, within checked bounds.',
    ],
    [
      'a mask with one bound',
      { mask: [{ name: 'seconds', pattern: 'x', min: 1 }] },
      'Durations differ from run to run.',
    ],
    [
      'an order and a mask',
      { order: 'any', mask: ['pid'] },
      'Lines may come in any order. Process numbers differ from run to run.',
    ],
    ['a time', { elapsed: { min: 1.9, max: 4 } }, 'It takes 1.9 to 4 s.'],
    ['at least a time', { elapsed: { min: 1.9 } }, 'It takes at least 1.9 s.'],
    ['at most a time', { elapsed: { max: 4 } }, 'It takes at most 4 s.'],
  ] as const)('%s', ([, table, expected]) => {
    expect(contractSentence(contractOf(table), en.promise)).toBe(expected);
  });
});
