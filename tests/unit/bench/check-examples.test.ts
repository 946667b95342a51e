import { expect, test } from 'vitest';
import { benchmarkExamples, type BenchmarkKind } from '../../../scripts/bench/check-project.ts';
import { parseExample } from '../../../src/core/variant/parse-example.ts';
import { badName } from '../../../src/runner/examples/locate-examples.ts';

const count = (kind: BenchmarkKind, of: number): number =>
  benchmarkExamples(of).filter(example => example.kind === kind).length;

test('the examples of the benchmark are the same each time', () => {
  expect(benchmarkExamples(300)).toEqual(benchmarkExamples(300));
  expect(new Set(benchmarkExamples(300).map(({ path }) => path)).size).toBe(300);
});

test('70 % of the examples print, 15 % wait, 10 % compute and 5 % raise, in a set of any size', () => {
  expect([count('prints', 300), count('waits', 300), count('computes', 300), count('raises', 300)]).toEqual([
    210, 45, 30, 15,
  ]);
  expect([count('prints', 7), count('waits', 7), count('computes', 7), count('raises', 7)]).toEqual([
    5, 1, 1, 0,
  ]);
  // The kinds are spread evenly, with none missing at the start.
  expect(
    new Set(
      benchmarkExamples(300)
        .slice(0, 20)
        .map(({ kind }) => kind),
    ).size,
  ).toBe(4);
});

test('each example of the benchmark can be parsed; its contract names the exception that it raises', () => {
  for (const { kind, path, source } of benchmarkExamples(300)) {
    const { value, problems } = parseExample(
      path.replace(/\.py$/, ''),
      path,
      new Map([[path.split('/').at(-1) as string, Buffer.from(source)]]),
    );
    expect(problems).toBeUndefined();
    expect(badName(value?.id as string, path)).toEqual([]);
    expect(value?.contract.raises).toBe(kind === 'raises' ? 'ValueError' : undefined);
  }
});

test('no example waits less than 50 ms or more than 300 ms', () => {
  const waits = benchmarkExamples(300).flatMap(({ source }) =>
    [...source.matchAll(/sleep\((?<seconds>[\d.]+)\)/g)].map(({ groups }) => Number(groups?.seconds)),
  );
  expect(waits).toHaveLength(45);
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(0.05);
  expect(Math.max(...waits)).toBeLessThanOrEqual(0.3);
  expect(new Set(waits).size).toBeGreaterThan(20);
});
