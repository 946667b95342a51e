import { describe, expect, test } from 'vitest';
import { dependencyFault } from '../../../../src/core/packages/dependency-problem.ts';
import { lockChanges } from '../../../../src/core/packages/lock-changes.ts';
import { directNames, type Lock, lockText, parseLock } from '../../../../src/core/packages/lock.ts';
import { directPackages, packageNames, usedPackages } from '../../../../src/core/packages/used-packages.ts';

const HASH = `    --hash=sha256:${'0'.repeat(64)}`;
const METADATA = { requiresPython: '>=3.11', dependencies: ['numpy>=2', 'rich'] };
const lockOf = (requirements: string): Lock => {
  const text = lockText('a/b', { ...METADATA, tool: {} }, requirements);
  const { value, problems } = parseLock(text, 'examples/a/b.requirements.txt', 'a/b');
  if (value === undefined) throw new Error(problems[0]?.title);
  return value;
};
const NUMPY = `numpy==2.4.6 ; python_full_version < '3.12' \\\n${HASH} \\\n${HASH}\n`;
const NEWER = `numpy==2.5.5 ; python_full_version >= '3.12' and sys_platform != "win32" \\\n${HASH}\n`;

test('a lock is what was written: its block, and each package with its condition', () => {
  const lock = lockOf(`${NUMPY}${NEWER}rich==15.0.0 \\\n${HASH}\n`);
  expect(lock).toEqual({
    block: ['# requires-python = ">=3.11"', '# dependencies = ["numpy>=2", "rich"]'],
    packages: [
      {
        name: 'numpy',
        version: '2.4.6',
        marker: "python_full_version < '3.12'",
        hashes: ['0'.repeat(64), '0'.repeat(64)],
      },
      {
        name: 'numpy',
        version: '2.5.5',
        marker: `python_full_version >= '3.12' and sys_platform != "win32"`,
        hashes: ['0'.repeat(64)],
      },
      { name: 'rich', version: '15.0.0', marker: undefined, hashes: ['0'.repeat(64)] },
    ],
    requirements: `${NUMPY}${NEWER}rich==15.0.0 \\\n${HASH}\n`,
  });
});

describe('a line of a lock is refused:', () => {
  test.for([
    'numpy==2.5.5',
    'numpy>=2 \\',
    'numpy==2.* \\',
    'numpy[all]==2.5.5 \\',
    'numpy @ https://a.b/c.whl \\',
    './numpy==1 \\',
    '-r other.txt',
    '--index-url https://a.b',
    "numpy==2.5.5 ; a > 'b' --index-url=https://a.b \\",
    "numpy==2.5.5 ; a > 'b'\r-r other.txt \\",
    "numpy==2.5.5 ; a > 'b'\v-r other.txt \\",
    "numpy==2.5.5 ; a > 'b\u2028' \\",
    'numpy==2.5.5 # comment \\',
    '',
    ' numpy==2.5.5 \\',
  ])('%j', line => {
    const text = `# Made by: x\n# dependencies = []\n${line}\n${HASH}\n`;
    expect(parseLock(text, 'a.requirements.txt', 'a').problems).toMatchObject([{ line: 3 }]);
  });
});

test('a long line that is no package is refused at once', () => {
  const text = `# a\nnumpy==1 ; ${'a '.repeat(200_000)}#\n`;
  expect(parseLock(text, 'a.requirements.txt', 'a').problems).toMatchObject([{ line: 2 }]);
});

test('changes are a line for each package, and hashes alone are a change too', () => {
  const before = lockOf(`${NUMPY}rich==14.0.0 \\\n${HASH}\n`);
  const after = lockOf(`attrs==1 \\\n${HASH}\n${NUMPY}${NEWER}`);
  expect(lockChanges(before, after)).toEqual(['+ attrs 1', '  numpy 2.4.6 → 2.4.6, 2.5.5', '- rich 14.0.0']);
  expect(lockChanges(undefined, before)).toEqual(['+ numpy 2.4.6', '+ rich 14.0.0']);
  expect(lockChanges(before, before)).toEqual([]);
  expect(lockChanges(lockOf(NUMPY), lockOf(NUMPY.replace(` \\\n${HASH}\n`, '\n')))).toEqual([
    '  other hashes, or other conditions, of the same versions',
  ]);
});

describe('an entry of dependencies', () => {
  test.for([
    'numpy',
    'numpy>=2',
    'numpy >= 2, < 3',
    'NumPy (>=2)',
    'rich[jupyter]>=14',
    'zope.interface ~= 7.0',
    "numpy==2.*; python_version < '3.13'",
    'typing_extensions',
  ])('may be %j', each => {
    expect(dependencyFault(each)).toBeUndefined();
  });

  test.for([
    '',
    '-r other.txt',
    '--index-url=https://a.b',
    './numpy',
    '/numpy.whl',
    'git+https://a.b/c',
    'numpy @ file:///c.whl',
    'numpy@https://a.b/c.whl',
    'numpy two',
    'numpy>>2',
    'numpy\n-r other.txt',
    'numpy; a\r-r other.txt',
    'numpy\u202e>=2',
  ])('cannot be %j', each => {
    expect(dependencyFault(each)).toEqual(expect.stringMatching(/\.$/));
  });
});

test('packages for readers are those of all runs, each version once, and of them those that are asked for', () => {
  const used = usedPackages([
    { packages: [{ name: 'numpy', version: '2.4.6' }] },
    {},
    {
      packages: [
        { name: 'mdurl', version: '0.1' },
        { name: 'numpy', version: '2.5.5' },
        { name: 'numpy', version: '2.4.6' },
      ],
    },
  ]);
  expect(packageNames(used)).toBe('numpy 2.4.6, mdurl 0.1, numpy 2.5.5');
  expect(packageNames(directPackages(used, ['NumPy[x] >= 2 ; a']))).toBe('numpy 2.4.6, numpy 2.5.5');
  expect([...directNames(['Typing_Extensions>=4', 'zope.interface'])]).toEqual([
    'typing-extensions',
    'zope-interface',
  ]);
});
