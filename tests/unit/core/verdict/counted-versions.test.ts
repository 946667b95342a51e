import { expect, test } from 'vitest';
import type { Interpreter } from '../../../../src/core/python-version.ts';
import {
  assignRecordings,
  redundantVersionRecordings,
} from '../../../../src/core/verdict/version-recordings.ts';
import { exampleOf } from '../../../fixtures/examples.ts';

const SOURCE = `# /// script
# [[tool.verbatim.outcomes.table]]
# prints = "2"
# meaning = "Both count."
# [[tool.verbatim.outcomes.table]]
# prints = "1"
# meaning = "One is lost."
# ///
print(2)
`;

const python = (gil: boolean): Interpreter =>
  ({ version: '3.13.0', gil, build: 'test', path: '/python' }) as Interpreter;

function counts(lost: number): { readonly out: string } {
  const outcomes = [
    { prints: '2', count: 20 - lost },
    { prints: '1', count: lost },
  ];
  return { out: JSON.stringify({ runs: 20, outcomes }) };
}

test('each version of Python keeps its own counts of a race, and none is redundant', () => {
  const example = exampleOf(SOURCE);
  const printed = [
    { interpreter: python(true), outputs: [counts(0)] as const },
    { interpreter: python(false), outputs: [counts(7)] as const },
  ];
  const recordings = assignRecordings(example, { base: undefined, versions: new Map() }, printed, true);
  expect(recordings.base?.out).toBe(counts(0).out);
  expect([...recordings.versions].map(([tag, { out }]) => [tag, out])).toEqual([['3.13t', counts(7).out]]);
  expect(redundantVersionRecordings(example, recordings)).toEqual([]);
  expect(assignRecordings(example, recordings, printed, true)).toEqual(recordings);
});
