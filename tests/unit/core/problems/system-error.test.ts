import { expect, test } from 'vitest';
import { toResult, systemProblem, withFileProblem } from '../../../../src/core/problems/system-error.ts';
import { ProblemError } from '../../../../src/core/problems/problem.ts';

const refused = (code: string): Error => Object.assign(new Error(`${code}: refused`), { code });

test.for([
  ['EACCES', 'Permission denied. (EACCES)', 'Give yourself the right to it: chmod u+rwX'],
  ['ENOSPC', 'The disk is full. (ENOSPC)', 'Make room on it, and try again.'],
  ['EROFS', 'The file system is read-only. (EROFS)', 'Work in a copy on a file system that can be written.'],
  ['EISDIR', 'A folder is where a file belongs. (EISDIR)', 'Remove it, or rename it.'],
] as const)('%s is reported in words, with what to do', ([code, title, remedy]) => {
  expect(systemProblem(refused(code), 'examples/a.out')).toEqual({ file: 'examples/a.out', title, remedy });
});

test('a mistake of ours is no problem', async () => {
  expect(() => systemProblem(new TypeError('undefined is no function'), 'a')).toThrow(TypeError);
  await expect(
    withFileProblem('a', () => {
      throw new TypeError('undefined is no function');
    }),
  ).rejects.toThrow(TypeError);
  await expect(
    toResult(async () => {
      throw new TypeError('undefined is no function');
    }),
  ).rejects.toThrow(TypeError);
});

test('problems that are thrown become a value, and what succeeds too', async () => {
  const problem = {
    file: 'a',
    title: 'The disk is full. (ENOSPC)',
    remedy: 'Make room on it, and try again.',
  };
  expect(
    await toResult(() =>
      withFileProblem('a', () => {
        throw refused('ENOSPC');
      }),
    ),
  ).toEqual({ problems: [problem] });
  await expect(
    withFileProblem('a', () => {
      throw refused('ENOSPC');
    }),
  ).rejects.toEqual(new ProblemError([problem], 2));
  expect(await toResult(() => withFileProblem('a', () => 1))).toEqual({ value: 1 });
});
