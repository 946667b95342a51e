import { expect, test } from 'vitest';
import { conflictProblem } from '../../../../src/core/problems/conflict.ts';

const FILE = 'content/advanced/page.mdx';

test('a conflict is three marks: a line of equal signs is a heading', () => {
  expect(conflictProblem('Heading\n=======\n', FILE)).toBeUndefined();
  expect(conflictProblem('a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n', FILE)).toMatchObject({ line: 2 });
});

test('a file that repeats two of the marks is read once for each', () => {
  const many = 20_000;
  const source = `${'<<<<<<< a\n'.repeat(many)}${'=======\n'.repeat(many)}`;
  expect(conflictProblem(source, FILE)).toBeUndefined();
  expect(conflictProblem(`${source}>>>>>>> b\r\n`, FILE)).toMatchObject({ line: 1 });
});
