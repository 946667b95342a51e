import { describe, expect, test } from 'vitest';
import { lineKey, pull, swaps, stageOf, type LineOrder } from '../../../../src/core/contract/order.ts';
import { type Seeded, seeded, seeds } from '../../../fixtures/seeded.ts';

const pulled = (order: LineOrder, recorded: string, actual: string): string =>
  pull([...recorded], [...actual], order).join('');

describe('exact', () => {
  test('leaves the lines as they are', () => {
    expect(pulled('exact', 'abc', 'bac')).toBe('bac');
  });
});

describe('any', () => {
  test.for([
    ['abc', 'cba', 'abc'],
    ['aab', 'baa', 'aab'],
    // A line that is missing, one too many, one for another: what is left is in its place.
    ['abc', 'cb', 'bc'],
    ['abc', 'cbxa', 'abcx'],
    ['abc', 'xca', 'axc'],
    ['abc', 'cxa', 'acx'],
  ] as const)('%s recorded, %s printed: %s', ([recorded, actual, expected]) => {
    expect(pulled('any', recorded, actual)).toBe(expected);
  });
});

describe('stages', () => {
  const stages = { stages: ['start *', 'done *', 'all'] };
  const order = (...lines: string[]): string[] =>
    pull(['start a', 'start b', 'done a', 'done b', 'all'], lines, stages);

  test('let lines of one stage come in any order', () => {
    expect(order('start b', 'start a', 'done b', 'done a', 'all')).toEqual([
      'start a',
      'start b',
      'done a',
      'done b',
      'all',
    ]);
  });

  test('keep a line of a later stage where it is', () => {
    expect(order('start b', 'done b', 'start a', 'done a', 'all')).toEqual([
      'start b',
      'done b',
      'start a',
      'done a',
      'all',
    ]);
  });

  test.for([
    ['start *', 'start a', true],
    ['start *', 'starting', false],
    ['* done', 'a done', true],
    ['a*c*e', 'abcde', true],
    ['a', 'A', false],
    [String.raw`2 \* 3`, '2 * 3', true],
    [String.raw`2 \* 3`, '2 x 3', false],
    [String.raw`\!`, '!', true],
    ['a.c', 'abc', false],
    ['', '', true],
    ['', ' ', false],
    ['*', '', true],
  ] as const)('the glob %j takes the line %j: %j', ([glob, line, expected]) => {
    expect(stageOf(line, [glob]) === 0).toBe(expected);
  });

  test('take a line into the first of them that matches', () => {
    expect(stageOf('done a', ['start *', 'done *', '*'])).toBe(1);
    expect(stageOf('else', ['start *', 'done *'])).toBe(-1);
  });
});

describe('key', () => {
  const order = { key: '^(.)' };
  const recorded = ['a1', 'a2', 'b1', 'b2'];

  test('lets the lines of different workers mix', () => {
    expect(pull(recorded, ['b1', 'a1', 'b2', 'a2'], order)).toEqual(recorded);
  });

  test('keeps the lines of one worker in their order', () => {
    expect(pull(recorded, ['a2', 'a1', 'b1', 'b2'], order)).toEqual(['a2', 'b1', 'b2', 'a1']);
  });

  test('holds a line without a key in its place among the others', () => {
    expect(pull(['[a] 1', 'end', '[b] 1'], ['[b] 1', '[a] 1', 'end'], { key: String.raw`^\[(.)\]` })).toEqual(
      ['[a] 1', '[b] 1', 'end'],
    );
  });

  test('is what its group captures', () => {
    expect(lineKey('[worker 1] starts', String.raw`^\[([^\]]+)\]`)).toBe('worker 1');
    expect(lineKey('starts', String.raw`^\[([^\]]+)\]`)).toBeUndefined();
  });
});

describe('stages and key together', () => {
  const order = { stages: ['work *', 'end *'], key: '(.)$' };

  test('let lines mix that are of one stage and of different workers', () => {
    expect(
      pull(
        ['work 1 a', 'work 2 a', 'work 1 b', 'end a', 'end b'],
        ['work 1 b', 'work 1 a', 'work 2 a', 'end b', 'end a'],
        order,
      ),
    ).toEqual(['work 1 a', 'work 2 a', 'work 1 b', 'end a', 'end b']);
  });

  test('keep the lines of one worker in their order inside a stage', () => {
    expect(pull(['work 1 a', 'work 2 a'], ['work 2 a', 'work 1 a'], order)).toEqual(['work 2 a', 'work 1 a']);
  });

  test('keep the stages in their order, whoever prints', () => {
    expect(pull(['work a', 'end b'], ['end b', 'work a'], order)).toEqual(['end b', 'work a']);
  });
});

const ORDERS: readonly LineOrder[] = [
  'exact',
  'any',
  { stages: ['a*', 'b*', '*'] },
  { key: '(.)$' },
  { key: '^(.)' },
  { stages: ['a*', '*'], key: '(.)$' },
];

describe('whatever the order,', () => {
  test('lines that were shuffled as it permits are pulled back to the recorded ones', () => {
    for (const seed of seeds(600)) {
      const random = seeded(seed);
      const order = random.pick(ORDERS);
      const recorded = random.list(12, () => random.pick(['a', 'b', 'c']) + random.pick(['1', '2', '3']));
      expect(
        pull(recorded, permittedShuffle(recorded, commutation(order), random), order),
        `seed ${seed}, order ${JSON.stringify(order)}`,
      ).toEqual(recorded);
    }
  });

  test('lines are pulled as the definition says, swap by swap', () => {
    for (const seed of seeds(2000)) {
      const random = seeded(seed);
      const order = random.pick(ORDERS);
      const line = (): string => random.pick(['a', 'b', 'c', '']) + random.pick(['1', '2', '']);
      const [recorded, actual] = [random.list(12, line), random.list(12, line)];
      const context = `seed ${seed}, order ${JSON.stringify(order)}`;
      expect(pull(recorded, actual, order), context).toEqual(slowPull(recorded, actual, commutation(order)));
      const pairs = actual.flatMap((a, index) =>
        actual.slice(index + 1).filter(b => a !== b && commutation(order)(a, b)),
      );
      expect(swaps(actual, order), context).toBe(pairs.length);
    }
  });

  test('no line is lost and none invented', () => {
    for (const seed of seeds(600)) {
      const random = seeded(seed);
      const line = (): string => random.pick(['a', 'b', 'c']) + random.pick(['1', '2']);
      const [recorded, actual] = [random.list(10, line), random.list(10, line)];
      expect(pull(recorded, actual, random.pick(ORDERS)).toSorted(), `seed ${seed}`).toEqual(
        actual.toSorted(),
      );
    }
  });

  test('what is pulled to the recorded lines can be pulled back', () => {
    for (const seed of seeds(600)) {
      const random = seeded(seed);
      const order = random.pick(ORDERS);
      const recorded = random.list(6, () => random.pick(['a', 'b']) + random.pick(['1', '2']));
      const actual = random.shuffle(recorded);
      const permitted = pull(recorded, actual, order).join() === recorded.join();
      expect(pull(actual, recorded, order).join() === actual.join(), `seed ${seed}`).toBe(permitted);
    }
  });
});

type Commutes = (a: string, b: string) => boolean;

/** Whether two neighboring lines may swap, written once more from the definition of each order. */
function commutation(order: LineOrder): Commutes {
  if (typeof order === 'string') return () => order === 'any';
  const { stages, key } = order;
  return (a, b) => {
    if (stages !== undefined && stageOf(a, stages) !== stageOf(b, stages)) return false;
    if (key === undefined) return true;
    const [first, second] = [lineKey(a, key), lineKey(b, key)];
    return first !== undefined && second !== undefined && first !== second;
  };
}

/** The definition of `pull`, in quadratic time. */
function slowPull(recorded: readonly string[], actual: readonly string[], commutes: Commutes): string[] {
  const rest = [...actual];
  const pulled: string[] = [];
  for (const [at, line] of recorded.entries()) {
    const index = rest.indexOf(line);
    if (index !== -1 && rest.slice(0, index).every(before => commutes(before, line)))
      pulled.push(...rest.splice(index, 1));
    else if (index === -1 && rest[0] !== undefined && recorded.lastIndexOf(rest[0]) <= at)
      pulled.push(...rest.splice(0, 1));
  }
  return [...pulled, ...rest];
}

/** Swaps neighbours that may swap, many times, at random. */
function permittedShuffle(lines: readonly string[], commutes: Commutes, random: Seeded): string[] {
  const shuffled = [...lines];
  for (let swap = 0; swap < lines.length * 10; swap += 1) {
    const at = random.number(Math.max(1, lines.length - 1));
    const [a, b] = [shuffled[at], shuffled[at + 1]];
    if (a !== undefined && b !== undefined && commutes(a, b)) [shuffled[at], shuffled[at + 1]] = [b, a];
  }
  return shuffled;
}
