import { expect, test } from 'vitest';
import {
  type BrowserProof,
  type BrowserVerdict,
  countReasons,
  mergeProofs,
  withoutRuns,
} from '../../../../src/core/browser/browser-proof.ts';

const proof = (...samples: readonly BrowserVerdict[]): BrowserProof => ({
  pyodide: '314.0.7',
  python: '3.14.2',
  samples,
});
const runs = (id: string): BrowserVerdict => ({ id, verified: true });
const fails = (id: string, reason: string): BrowserVerdict => ({ id, verified: false, reason });

test('shards make one proof, sorted; of two verdicts, the one without a button counts, in any order', () => {
  const [one, other] = [proof(runs('b'), runs('c')), proof(fails('c', 'it starts threads'), runs('a'))];
  const merged = proof(runs('a'), runs('b'), fails('c', 'it starts threads'));
  expect(mergeProofs([one, other])).toEqual(merged);
  expect(mergeProofs([other, one])).toEqual(merged);
  expect(mergeProofs([])).toBeUndefined();
});

test('reasons are counted, the most frequent first', () => {
  const counted = proof(fails('a', 'x'), fails('b', 'y'), runs('c'), fails('d', 'y'), fails('e', 'w'));
  expect([...countReasons(counted)]).toEqual([
    ['y', 2],
    ['w', 1],
    ['x', 1],
  ]);
});

test('what is written does not depend on what was cached', () => {
  expect(withoutRuns(proof({ ...runs('a'), cached: true }))).toEqual(
    withoutRuns(proof({ ...runs('a'), cached: false })),
  );
});
