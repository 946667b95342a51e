import { describe, expect, test } from 'vitest';
import {
  countOutcomes,
  formatCounts,
  outcomeOf,
  outcomesSchema,
  parseCounts,
  unlikeOutcomes,
} from '../../../../../src/core/contract/tables/outcomes.ts';
import { contractOf, problemsOf, sourceOf } from '../../../../fixtures/examples.ts';

const RACE = outcomesSchema.parse({
  table: [
    { prints: 'took 1 s\n2', meaning: 'Both arrived.' },
    { prints: 'took 1 s\n1', meaning: 'One was lost.', seen: true },
  ],
});
const { mask } = contractOf({ mask: [{ name: 'time', pattern: 'took (\\d+) s', min: 1, max: 9 }] });

describe('an output of a race', () => {
  test.for<readonly [what: string, output: string, masked: number, exact: number]>([
    ['the first outcome', 'took 1 s\n2\n', 0, 0],
    ['the second one', 'took 1 s\n1\n', 1, 1],
    ['one with another value of the mask', 'took 5 s\n1\n', 1, -1],
    ['one whose value is out of bounds', 'took 99 s\n1\n', -1, -1],
    ['one that nobody declares', 'took 1 s\n3\n', -1, -1],
    ['a part of one', 'took 1 s\n', -1, -1],
    ['nothing', '', -1, -1],
  ])('is found in the table: %s', ([, output, masked, exact]) => {
    expect([outcomeOf(output, RACE, mask), outcomeOf(output, RACE, [])]).toEqual([masked, exact]);
  });
});

describe('the counts of a race', () => {
  const counts = countOutcomes(['took 1 s\n2\n', 'took 4 s\n1\n', 'took 2 s\n1\n', 'x\n'], RACE, mask);
  const recorded = formatCounts(counts);

  test('count each outcome, and what is none counts as a run alone', () => {
    expect(counts).toEqual({
      runs: 4,
      outcomes: [
        { prints: 'took 1 s\n2', count: 1 },
        { prints: 'took 1 s\n1', count: 2 },
      ],
    });
    expect(parseCounts(recorded)).toEqual(counts);
  });

  test.for<readonly [what: string, recorded: string, actual: string, difference: RegExp | undefined]>([
    ['an output that is declared', recorded, 'took 3 s\n2\n', undefined],
    ['other counts of the same table', recorded, recorded.replace('"runs": 4', '"runs": 9'), undefined],
    ['an output that is not declared', recorded, '7\n', /^- took 1 s\n- 2\n- took 1 s\n- 1\n\+ 7$/],
    ['a table that has changed', recorded.replaceAll('took 1', 'took 2'), 'took 3 s\n2\n', /another table/],
    ['a recording that is none', '{', 'took 3 s\n2\n', /another table/],
    ['a recording with a key more', recorded.replace('{', '{"a": 1, '), 'took 3 s\n2\n', /another table/],
  ])('are compared with a run: %s', ([, before, actual, difference]) => {
    const found = unlikeOutcomes(before, actual, RACE, mask);
    if (difference === undefined) expect(found).toBeUndefined();
    else expect(found).toMatch(difference);
  });
});

describe('a contract is refused', () => {
  const OUTCOMES =
    'outcomes = { table = [{ prints = "1", meaning = "a" }, { prints = "2", meaning = "b" }] }';
  test.for<readonly [what: string, table: string, title: string]>([
    ['an order of whole outputs', `order = "any"\n${OUTCOMES}`, 'order says nothing of them'],
    ['a picture of several outcomes', `timeline = true\n${OUTCOMES}`, 'A picture shows one outcome'],
    ['two outcomes that are one', OUTCOMES.replace('"2"', '"1"'), 'Two outcomes print the same.'],
    ['an exit code of what is ended', 'hangs = true\nexit = 3', 'A sample that hangs is ended'],
    ['an exception of what is ended', 'hangs = true\nraises = "ValueError"', 'A sample that hangs is ended'],
    ['a time of what is ended', 'hangs = true\nelapsed = { min = 1 }', 'A sample that hangs is ended'],
  ])('if it promises what cannot be: %s', ([, table, title]) => {
    expect(problemsOf(sourceOf(table)).map(each => each.title)).toContainEqual(
      expect.stringContaining(title),
    );
  });
});
