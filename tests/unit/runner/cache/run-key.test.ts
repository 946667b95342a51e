import { describe, expect, test } from 'vitest';
import type { Example } from '../../../../src/core/example/example.ts';
import { runKey, type RunSurroundings, surroundingsKey } from '../../../../src/runner/cache/run-key.ts';
import { CPYTHON, exampleOf, sourceOf } from '../../../fixtures/examples.ts';

const HERE: RunSurroundings = {
  interpreter: CPYTHON,
  installation: 'a',
  runner: 'b',
  sandbox: 'c',
  lock: 'd',
  machine: 'e',
};
const EXAMPLE = exampleOf();

describe('the surroundings change with', () => {
  test.for<[string, RunSurroundings]>([
    ['the path of the interpreter', { ...HERE, interpreter: { ...CPYTHON, path: '/opt/python3.13' } }],
    ['its version', { ...HERE, interpreter: { ...CPYTHON, version: '3.13.1' } }],
    ['its build', { ...HERE, interpreter: { ...CPYTHON, build: '3.13.0 (other)' } }],
    ['its lock', { ...HERE, interpreter: { ...CPYTHON, gil: false } }],
    ['the bytes that it is made of', { ...HERE, installation: 'z' }],
    ['the runner, its harness and its environment policy', { ...HERE, runner: 'z' }],
    ['the sandbox', { ...HERE, sandbox: 'z' }],
    ['the packages', { ...HERE, lock: 'z' }],
    ['the machine', { ...HERE, machine: 'z' }],
  ])('%s', ([, other]) => {
    expect(surroundingsKey(other)).not.toBe(surroundingsKey(HERE));
    expect(runKey(EXAMPLE, surroundingsKey(other))).not.toBe(runKey(EXAMPLE, surroundingsKey(HERE)));
  });

  test('nothing else', () => {
    expect(surroundingsKey({ ...HERE, interpreter: { ...CPYTHON } })).toBe(surroundingsKey(HERE));
  });
});

describe('the key of a run changes with', () => {
  const key = runKey(EXAMPLE, 'here');

  test.for([
    ['a byte of its source', exampleOf('print("hellp")\n')],
    ['its metadata', exampleOf(sourceOf('timeout = 20'))],
    [
      'what its contract says to the process',
      { ...EXAMPLE, contract: { ...EXAMPLE.contract, args: ['--verbose'] } },
    ],
    ['which of its files runs', { ...EXAMPLE, entry: 'other.py' }],
    ['a file beside it', { ...EXAMPLE, files: new Map([...EXAMPLE.files, ['data.txt', Buffer.from('')]]) }],
    ['the name of a file', { ...EXAMPLE, files: new Map([['other.py', Buffer.from(EXAMPLE.source)]]) }],
  ] satisfies readonly (readonly [string, Example])[])('%s', ([, other]) => {
    expect(runKey(other, 'here')).not.toBe(key);
  });

  test('neither its id, where it lies, nor the order in which its files were found', () => {
    const files = [
      ['a.py', Buffer.from('a')],
      ['b.txt', Buffer.from('b')],
    ] as const;
    expect(runKey({ ...EXAMPLE, ...{ id: 'other', file: 'other/sample.py' } }, 'here')).toBe(key);
    expect(runKey({ ...EXAMPLE, files: new Map(files) }, 'here')).toBe(
      runKey({ ...EXAMPLE, files: new Map(files.toReversed()) }, 'here'),
    );
  });
});
