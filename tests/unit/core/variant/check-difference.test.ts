import { expect, test } from 'vitest';
import { isPermitted, sameOutputProblem } from '../../../../src/core/variant/check-difference.ts';
import { placeProblem } from '../../../../src/core/variant/place-problem.ts';
import type { Example } from '../../../../src/core/example/example.ts';
import { exampleOf } from '../../../fixtures/examples.ts';

const SOURCE = [
  '# /// script',
  '# [tool.verbatim]',
  '# mask = [{ name = "ratio", pattern = \'([0-9.]+) times\', min = 1.5, max = 4 }]',
  '# elapsed = { max = 2 }',
  '#',
  '# [[tool.verbatim.variant]]',
  '# name = "alone"',
  '# remove = "with pool:"',
  '# ///',
  'with pool:',
  '    run()',
  '',
].join('\n');
const original = exampleOf(SOURCE);
const alone = original.variants[0] as Example;
const facts = alone.variant as NonNullable<Example['variant']>;
const recorded = { out: '2.1 times\n' };

test.for([
  ['the same', '2.1 times\n', {}, true],
  ['another number within its bounds', '3.0 times\n', {}, true],
  ['a number out of its bounds', '1.0 times\n', {}, false],
  ['such a number when its cores were not free', '1.0 times\n', { underContention: true }, true],
  ['another text', 'twice\n', {}, false],
  ['another exit code', '2.1 times\n', { exitCode: 1 }, false],
  ['more time than is claimed', '2.1 times\n', { exitCode: 0, durationMs: 2500 }, false],
  ['no more time than is claimed', '2.1 times\n', { exitCode: 0, durationMs: 1500 }, true],
] as const)('a variant that prints or takes %s', ([, out, end, expected]) => {
  expect(isPermitted(facts, recorded, { out }, end)).toBe(expected);
});

test('the problem names the variant where it is declared', () => {
  const problem = sameOutputProblem(facts, recorded, { count: 3, runs: 20 });
  expect(placeProblem(alone, problem)).toMatchObject({
    file: original.file,
    line: 7,
    column: 3,
    title:
      'Variant "alone": It prints what the example may print as written, in 3 of 20 runs: ' +
      'no run shows that the change matters.',
    detail: '    2.1 times',
  });
});

test('a line of a variant is that of the file which its author has', () => {
  const problem = { file: original.file, line: 10, column: 1, title: 'Wrong.' };
  expect(placeProblem(alone, problem)).toEqual({
    ...problem,
    line: 11,
    column: undefined,
    title: 'Variant "alone": Wrong.',
  });
  expect(placeProblem(original, problem)).toBe(problem);
});
