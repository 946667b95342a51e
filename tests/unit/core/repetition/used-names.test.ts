import { describe, expect, test } from 'vitest';
import { usedNames } from '../../../../src/core/repetition/used-names.ts';

const used = (...lines: string[]) => usedNames({ files: new Map([['a.py', Buffer.from(lines.join('\n'))]]) });
const modules = (...lines: string[]): string[] => [...used(...lines).modules];
const calls = (...lines: string[]): string[] => [...used(...lines).calls];

describe('modules that a sample imports:', () => {
  test.for<[name: string, source: string[], expected: string[]]>([
    ['several in one statement', ['import os, threading as t'], ['os', 'threading']],
    ['a submodule', ['import concurrent.futures'], ['concurrent']],
    ['a name from a submodule', ['from concurrent.futures import wait'], ['concurrent']],
    ['a list in parentheses', ['from time import (', '    sleep,', ')'], ['time']],
    ['behind a semicolon', ['import os; import time;from random import seed'], ['os', 'time', 'random']],
    ['behind a colon, in a function', ['def f():', '\tif x: import gc'], ['gc']],
    ['over two lines', ['from \\', '  time \\', '  import sleep'], ['time']],
    ['in code of an f-string', ['f"{x}"', 'f"""{', '(1)', '}"""', 'import time'], ['time']],
    ['behind yield from', ['yield from gen', 'import time'], ['time']],
    ['in letters that Python reads as these', ['import ｔｉｍｅ'], ['time']],
    [
      'none in a string or a comment',
      ['x = """', 'import time', '"""', '# import os', 'y = "import gc"'],
      [],
    ],
    ['none in a name', ['important = 1', 'reimport time'.replace(' ', '_')], []],
  ])('%s', ([, source, expected]) => {
    expect(modules(...source)).toEqual(expected);
  });

  test('in all its Python files, and in no others', () => {
    const files = new Map([
      ['main.py', Buffer.from('import helper')],
      ['helper.py', Buffer.from('import threading')],
      ['data.txt', Buffer.from('import random')],
    ]);
    expect([...usedNames({ files }).modules]).toEqual(['helper', 'threading']);
  });
});

describe('what a sample calls:', () => {
  test.for<[name: string, source: string, expected: string[]]>([
    ['a function', 'print (hash("a"))', ['print', 'hash']],
    ['in an f-string', 'x = f"{id(y)}"', ['id']],
    ['no method of the same name', 'x.id(1)', []],
    ['nothing in a string', 'x = "id(y)"', []],
    ['a set in braces', 'x = {"a", "b"}', ['set']],
    ['a set that is computed', 'x = {y for y in z}', ['set']],
    ['no dictionary', 'x = {"a": 1}; y = {}', []],
    ['no braces of an f-string', 'x = f"{y}"', []],
  ])('%s', ([, source, expected]) => {
    expect(calls(source)).toEqual(expected);
  });
});

test('a hostile source takes linear time', () => {
  const time = (count: number): number => {
    const from = performance.now();
    for (const part of ['{', '{a ', 'import ', 'from ', 'a ', 'from a ', '"', '(']) used(part.repeat(count));
    return performance.now() - from;
  };
  time(1_000);
  // Sixteen times as much takes 256 times as long in quadratic time.
  expect(time(64_000) / time(4_000)).toBeLessThan(100);
});
