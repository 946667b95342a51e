import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bareRuns, BUILD_FLAGS, checks } from '../../../scripts/bench/contenders.ts';

test('a build is measured with the flags of Node that `npm run build` uses', () => {
  const [, flags] = /\['build', 'start'\]\.includes\(script\) \? \['(.*)'\]/.exec(
    readFileSync('scripts/bootstrap.mjs', 'utf8'),
  ) as RegExpExecArray;
  expect(BUILD_FLAGS).toEqual([flags]);
});

test('a check is measured with every example run anew, in the sandbox and without it', () => {
  const [sandboxed, unsandboxed] = checks('/nowhere', 'python3', 'scripts');
  const args = ['scripts/check.ts', '--python', 'python3', '--fresh', '--sandbox'];
  expect([sandboxed?.args, unsandboxed?.args]).toEqual([
    [...args, 'required'],
    [...args, 'off'],
  ]);
});

test('the bare interpreter gets the same files, and no input', () => {
  const [two] = bareRuns('python3', ['a.py', 'b.py'], '/nowhere');
  expect(two).toMatchObject({
    command: 'xargs',
    args: ['-0', '-n1', '-P2', 'python3'],
    options: { cwd: '/nowhere', input: 'a.py\0b.py' },
  });
});
