import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import { mendedToml } from '../../../../../src/core/example/mend/mended-toml.ts';

function isRight(line: string): boolean {
  try {
    parse(line);
    return true;
  } catch {
    return false;
  }
}

test.for([
  ['order = any', 'order = "any"'],
  ['stderr = True', 'stderr = true'],
  ['requires-python = >=3.11', 'requires-python = ">=3.11"'],
  ['min = 1,5', 'min = 1.5'],
  ['order: "any"', 'order = "any"'],
  ['order = “any”', 'order = "any"'],
  ['order = "any', 'order = "any"'],
  ["key = '(a)", "key = '(a)'"],
  ['mask = ["date"', 'mask = ["date"]'],
  ['mask = ["date" "pid"]', 'mask = ["date", "pid"]'],
  ['mask = [{ name = "a", pattern = "b" }', 'mask = [{ name = "a", pattern = "b" }]'],
  [String.raw`pattern = "(\d+)\.(\d)"`, String.raw`pattern = '(\d+)\.(\d)'`],
  [String.raw`order = { key = "(\w+):" }`, String.raw`order = { key = '(\w+):' }`],
  ['[tool.verbatim', '[tool.verbatim]'],
] as const)('%s was meant as %s', ([line, meant]) => {
  expect(mendedToml(line, isRight)).toBe(meant);
});

test.for(['order =', '= 3', `a = ${'x'.repeat(2000)}`])('of %s nothing is known', line => {
  expect(mendedToml(line, isRight)).toBeUndefined();
});

test('a line is as it was meant only if the caller takes it', () => {
  expect(mendedToml('order = some', each => each !== 'order = "some"' && isRight(each))).toBeUndefined();
});
