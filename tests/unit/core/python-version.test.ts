import { describe, expect, test } from 'vitest';
import {
  buildOf,
  interpretersFor,
  newestFirst,
  pythonNames,
  tagOf,
  pythonOptionFor,
  type Interpreter,
} from '../../../src/core/python-version.ts';
import { CPYTHON } from '../../fixtures/examples.ts';

/** `3.14.0t` is free-threaded. */
const build = (name: string): Interpreter => ({
  ...CPYTHON,
  version: name.replace('t', ''),
  gil: !name.endsWith('t'),
  path: `/python${name}`,
});
const names = (builds: readonly Interpreter[]): string[] =>
  builds.map(({ version, gil }) => `${version}${gil ? '' : 't'}`);

describe('a tag', () => {
  test.for([
    ['3.13.0', '3.13'],
    ['3.13.0t', '3.13t'],
    ['3.9.2', '3.9'],
    ['3.15.0b1', '3.15'],
  ] as const)('of %s is %s', ([name, tag]) => {
    expect(tagOf(build(name))).toBe(tag);
  });

  test('says which build it names', () => {
    expect([buildOf('3.13'), buildOf('3.13t')]).toEqual([
      { version: '3.13', gil: true },
      { version: '3.13', gil: false },
    ]);
  });
});

test('builds are named for readers', () => {
  expect(pythonNames([build('3.14.10'), build('3.13.0'), build('3.13.0t')])).toBe(
    '3.14.10, 3.13.0, 3.13.0 free-threaded',
  );
});

test('the word that names an interpreter again is the one it was asked for by, or its path', () => {
  expect(pythonOptionFor(build('3.13.0t'), ['3.14', '3.13t'])).toBe('3.13t');
  expect(pythonOptionFor(build('3.13.0'), ['3.13.0'])).toBe('3.13.0');
  expect(pythonOptionFor(build('3.13.0'), ['python3'])).toBe('/python3.13.0');
});

test('the newest comes first, by number and not by letter, and free-threaded builds last', () => {
  expect(
    names(newestFirst(['3.9.1', '3.14.0t', '3.13.0', '3.13.0t', '3.14.2', '3.14.10'].map(build))),
  ).toEqual(['3.14.10', '3.14.2', '3.13.0', '3.9.1', '3.14.0t', '3.13.0t']);
});

describe('an example runs', () => {
  const FOUND = ['3.13.0', '3.12.1', '3.11.7', '3.14.0t', '3.13.0t'].map(build);
  const used = (
    found: readonly Interpreter[],
    requiresPython?: string,
    versions: readonly string[] = [],
    asked = false,
  ): string[] => names(interpretersFor(found, { asked, requiresPython, versions }));

  test.for([
    [undefined, ['3.13.0']],
    ['>=3.11', ['3.13.0']],
    ['<3.13', ['3.12.1']],
    ['==3.11.*', ['3.11.7']],
    ['>=3.14', []],
    ['>=3.15', []],
  ] as const)('unasked, under the newest that %j takes: %j', ([requires, expected]) => {
    expect(used(FOUND, requires)).toEqual(expected);
  });

  test('unasked, under each version with a recording of its own too, also a free-threaded build', () => {
    expect(used(FOUND, undefined, ['3.11', '3.13t', '3.99'])).toEqual(['3.13.0', '3.11.7', '3.13.0t']);
  });

  test('unasked, under an older version too if the newest has a recording of its own', () => {
    expect(used(FOUND, undefined, ['3.13'])).toEqual(['3.13.0', '3.12.1']);
    expect(used([build('3.13.0')], undefined, ['3.13'])).toEqual(['3.13.0']);
  });

  test('under a free-threaded build where there is no other', () => {
    expect(used([build('3.14.0t')])).toEqual(['3.14.0t']);
  });

  test('unasked, under a version before 3.11 only for its own recording', () => {
    const found = ['3.10.13', '3.9.18'].map(build);
    expect(used(found, '>=3.9')).toEqual([]);
    expect(used([...FOUND, ...found], '<3.11')).toEqual([]);
    expect(used([...FOUND, ...found], '>=3.9', ['3.9'])).toEqual(['3.13.0', '3.9.18']);
    expect(used(found, '>=3.9', [], true)).toEqual(['3.10.13', '3.9.18']);
  });

  test('under all that were asked for, but for those that it does not take', () => {
    expect(used(FOUND, '>=3.12', [], true)).toEqual(['3.13.0', '3.12.1', '3.14.0t', '3.13.0t']);
  });
});
