import { describe, expect, test } from 'vitest';
import { assessContract } from '../../../../src/core/contract/assess-contract.ts';
import type { PrintedText } from '../../../../src/core/contract/printed-text.ts';
import { contractOf } from '../../../fixtures/examples.ts';

const outputs = (...outs: string[]): PrintedText[] => outs.map(out => ({ out }));

describe('a contract holds', () => {
  test('where every run printed the same', () => {
    expect(assessContract(outputs('a\n', 'a\n', 'a\n'), contractOf())).toEqual({
      kind: 'holds',
      distinct: 1,
    });
  });

  test('where the runs differ in what it permits', () => {
    expect(
      assessContract(outputs('a\nb\nc\n', 'c\nb\na\n', 'b\na\nc\n'), contractOf({ order: 'any' })),
    ).toEqual({ kind: 'holds', distinct: 3 });
    expect(assessContract(outputs('pid 1\n', 'pid 2\n'), contractOf({ mask: ['pid'] }))).toEqual({
      kind: 'holds',
      distinct: 2,
    });
  });

  test('where a number is the same in every run and has bounds that say so', () => {
    expect(
      assessContract(
        outputs('n = 1\n', 'n = 1\n'),
        contractOf({ mask: [{ name: 'n', pattern: String.raw`n = (\d)`, min: 1, max: 3 }] }),
      ).kind,
    ).toBe('holds');
  });

  test('where a number is out of bounds in a run that was disturbed', () => {
    const mask = [{ name: 'ratio', pattern: String.raw`(\S+) times`, min: 1.5 }];
    const [quiet, disturbed] = [{ out: '2.0 times\n' }, { out: '1.0 times\n', underContention: true }];
    expect(assessContract([quiet, disturbed], contractOf({ mask })).kind).toBe('holds');
    expect(assessContract([quiet, { out: disturbed.out }], contractOf({ mask })).kind).toBe('too tight');
  });
});

describe('a contract is too tight', () => {
  test('where the order varies: the order that fits is there to paste', () => {
    expect(
      assessContract(outputs('start a\nstart b\nend\n', 'start b\nstart a\nend\n'), contractOf()),
    ).toEqual({
      kind: 'too tight',
      distinct: 2,
      detail: '-start a\n start b\n+start a\n end',
      remedy: 'The tightest contract that fits what was seen:\n# order = { stages = ["start *", "end"] }',
    });
  });

  test('where a number varies: the mask that fits is there to paste, beside those that it has', () => {
    expect(
      assessContract(outputs('pid 1\nrolled 3\n', 'pid 2\nrolled 5\n'), contractOf({ mask: ['pid'] })),
    ).toEqual({
      kind: 'too tight',
      distinct: 2,
      detail: ' pid ⟨pid⟩\n-rolled 3\n+rolled 5',
      remedy: String.raw`The tightest contract that fits what was seen:
# mask = ["pid", { name = "number", pattern = '^rolled (\d+)' }]
Or make the value repeat, for example: random.seed(1)`,
    });
  });

  test('where no contract fits: the sample has to repeat', () => {
    expect(assessContract(outputs('heads\n', 'tails\n'), contractOf())).toEqual({
      kind: 'too tight',
      distinct: 2,
      detail: '-heads\n+tails',
      remedy:
        'No contract fits: make the sample repeat, for example random.seed(1), or a lock or an ' +
        'event where threads race.',
    });
  });

  test('where a number leaves its bounds', () => {
    expect(
      assessContract(
        outputs('2.0 times\n', '1.2 times\n'),
        contractOf({ mask: [{ name: 'ratio', pattern: String.raw`(\S+) times`, min: 1.5 }] }),
      ),
    ).toEqual({
      kind: 'too tight',
      distinct: 2,
      detail: 'line 1: ratio is 1.2, below its min 1.5',
      remedy: 'Widen the bounds, or give the sample more to measure.',
    });
  });

  test('where it says more than the output has in it', () => {
    expect(assessContract(outputs('a\n', 'a\n'), contractOf({ mask: ['pid'] }))).toEqual({
      kind: 'does not fit',
      distinct: 1,
      detail: 'the mask "pid" matches nothing in the output',
      remedy: 'Mend the contract in the metadata block.',
    });
  });

  test('where the error output varies: the advice is about it', () => {
    expect(
      assessContract(
        [
          { out: 'a\nb\n', err: 'pid 1\n' },
          { out: 'b\na\n', err: 'pid 2\n' },
        ],
        contractOf({ stderr: true, order: 'any' }),
      ),
    ).toEqual({
      kind: 'too tight',
      distinct: 2,
      detail: '-pid 1\n+pid 2',
      remedy:
        'The tightest contract that fits what was seen:\n# mask = ["pid"]\n' +
        'Or make the value repeat, for example: random.seed(1)',
    });
  });

  test('where the order of the error output varies, which no contract permits', () => {
    expect(
      assessContract(
        [
          { out: '', err: 'a\nb\n' },
          { out: '', err: 'b\na\n' },
        ],
        contractOf({ stderr: true, order: 'any' }),
      ).remedy,
    ).toBe(
      'No contract fits: make the sample repeat, for example random.seed(1), or a lock or an ' +
        'event where threads race.',
    );
  });
});

describe('a contract is too loose', () => {
  test('where the order never varied', () => {
    expect(assessContract(outputs('a\nb\n', 'a\nb\n'), contractOf({ order: 'any' }))).toEqual({
      kind: 'too loose',
      distinct: 1,
      detail: 'The order was the same in every run.',
      remedy: 'Remove order from the block.',
    });
  });

  test('where a tighter order would do', () => {
    expect(
      assessContract(
        outputs('start a\nstart b\nend\n', 'start b\nstart a\nend\n'),
        contractOf({ order: 'any' }),
      ),
    ).toEqual({
      kind: 'too loose',
      distinct: 2,
      detail: 'The contract lets 3 pairs of lines swap; only 1 of them had to.',
      remedy: '# order = { stages = ["start *", "end"] }',
    });
  });

  test('where what a mask hides never varied', () => {
    expect(assessContract(outputs('pid 7\n', 'pid 7\n'), contractOf({ mask: ['pid'] }))).toEqual({
      kind: 'too loose',
      distinct: 1,
      detail: 'What the mask "pid" hides was the same in every run: 7',
      remedy: 'Remove the mask.',
    });
  });

  test('where one of two masks of the same name hides what never varied', () => {
    const mask = [
      { name: 'n', pattern: String.raw`first (\d)` },
      { name: 'n', pattern: String.raw`second (\d)` },
    ];
    expect(
      assessContract(outputs('first 1 second 5\n', 'first 2 second 5\n'), contractOf({ mask })).detail,
    ).toBe('What the mask "n" hides was the same in every run: 5');
  });
});

describe('where threads, tasks or processes print,', () => {
  const HELD = {
    kind: 'holds',
    distinct: 1,
    detail: expect.stringMatching(/^These runs needed less freedom of order than the contract gives\. /),
  };

  test('one order in all runs is no reason to promise it', () => {
    const runs = outputs('a\nb\n', 'a\nb\n');
    expect(assessContract(runs, contractOf({ order: 'any' }), true)).toEqual(HELD);
    expect(assessContract(runs, contractOf({ order: 'any' })).kind).toBe('too loose');
  });

  test('nor are few orders a reason to promise stages', () => {
    const runs = outputs('start a\nstart b\nend\n', 'start b\nstart a\nend\n');
    expect(assessContract(runs, contractOf({ order: 'any' }), true)).toEqual({ ...HELD, distinct: 2 });
  });

  test('a mask that hides the same in every run is too loose nevertheless', () => {
    const contract = contractOf({ order: 'any', mask: ['pid'] });
    expect(assessContract(outputs('pid 7\nb\n', 'pid 7\nb\n'), contract, true)).toMatchObject({
      kind: 'too loose',
      remedy: 'Remove the mask.',
    });
  });

  test('an exact order that held is nothing to speak of', () => {
    expect(assessContract(outputs('a\nb\n', 'a\nb\n'), contractOf(), true)).toEqual({
      kind: 'holds',
      distinct: 1,
    });
  });

  test('a mask is proposed without a tighter order than the declared one', () => {
    const runs = outputs('pid 1\nb\n', 'pid 2\nb\n');
    const contract = contractOf({ order: 'any' });
    const proposal = 'The tightest contract that fits what was seen:\n# mask = ["pid"]';
    const seed = '\nOr make the value repeat, for example: random.seed(1)';
    expect(assessContract(runs, contract, true).remedy).toBe(`${proposal}${seed}`);
    expect(assessContract(runs, contract).remedy).toBe(`${proposal}\n# order = "exact"${seed}`);
  });

  test('a looser order is proposed with what has to fix it', () => {
    const runs = outputs('start a\nstart b\nend\n', 'start b\nstart a\nend\n');
    expect(assessContract(runs, contractOf(), true).remedy).toBe(
      'The tightest contract that fits what was seen:\n# order = { stages = ["start *", "end"] }\n' +
        'Promise no order but one that a lock, an event or a join of the sample fixes.',
    );
  });
});
