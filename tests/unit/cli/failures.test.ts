import { describe, expect, test } from 'vitest';
import { type FailedGate, failureText } from '../../../scripts/cli/failures.ts';

const failedTest = (title: string, message = 'AssertionError: expected 1 to be 2') => ({
  ancestorTitles: ['a folder'],
  title,
  status: 'failed',
  failureMessages: [message],
});
const file = (assertionResults: readonly object[], message = '') => ({
  name: '/project/tests/unit/a.test.ts',
  status: 'failed',
  message,
  assertionResults,
});
const tests = (output: string, ...testResults: readonly object[]): FailedGate => ({
  name: 'Tests',
  exitCode: 1,
  output,
  report: { testResults },
});
const text = (...gates: readonly FailedGate[]) => failureText(gates, '/project');

describe('the end of the output of all gates', () => {
  test('names the file, the title and the message of a failed test, and no test that passed', () => {
    const passed = { ...failedTest('holds'), status: 'passed', failureMessages: [] };
    const message = [
      'AssertionError: expected \u001B[31m1\u001B[39m to be 2',
      '    at /project/tests/unit/a.test.ts:3:4',
      '    at file:///project/node_modules/vitest/dist/runner.js:1:2',
      '    at process.processTicksAndRejections (node:internal/process/task_queues:104:5)',
    ].join('\n');
    expect(text(tests('', file([passed, failedTest('does not hold', message)])))).toBe(
      [
        '✗ tests/unit/a.test.ts > a folder > does not hold',
        '    AssertionError: expected 1 to be 2',
        '        at /project/tests/unit/a.test.ts:3:4',
      ].join('\n'),
    );
  });

  test('names a gate with the last lines of what it printed', () => {
    const output = Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n');
    const lines = text({ name: 'Format', exitCode: 2, output }).split('\n');
    expect(lines[0]).toBe('✗ Format: exit code 2');
    expect(lines.slice(1)).toEqual(Array.from({ length: 15 }, (_, index) => `    line ${85 + index}`));
  });

  test('names a file that cannot be loaded', () => {
    expect(text(tests('', file([], 'Cannot find package "x"')))).toBe(
      '✗ tests/unit/a.test.ts\n    Cannot find package "x"',
    );
  });

  test('shows what failed outside of a test, where the report holds no reason', () => {
    const output = 'passed\n\n⎯⎯ Failed Suites 1 ⎯⎯\nError: no port is free\n';
    const skipped = { ...failedTest('waits'), status: 'skipped', failureMessages: [] };
    const outside = '✗ Tests: exit code 1\n    ⎯⎯ Failed Suites 1 ⎯⎯\n    Error: no port is free';
    expect(text(tests(output, file([skipped])))).toBe(`${outside}\n✗ tests/unit/a.test.ts`);
    expect(text({ ...tests(output), report: {} })).toBe(outside);
  });

  test('shows a run of tests that broke off, though another one names its tests', () => {
    const broken = { name: 'Other tests', exitCode: 137, output: 'out of memory', report: undefined };
    expect(text(tests('', file([failedTest('a')])), broken).split('\n')).toEqual([
      '✗ tests/unit/a.test.ts > a folder > a',
      '    AssertionError: expected 1 to be 2',
      '✗ Other tests: exit code 137',
      '    out of memory',
    ]);
  });

  test('names as many failures as have place in 60 lines: messages get shorter first', () => {
    const message = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n');
    for (const [count, perFailure, last] of [
      [1, 16, '    line 14'],
      [2, 16, '    line 14'],
      [10, 6, '    line 4'],
      [60, 1, '✗ tests/unit/a.test.ts > a folder > test 59'],
      [61, 1, '✗ and 2 more'],
    ] as const) {
      const failed = Array.from({ length: count }, (_, index) => failedTest(`test ${index}`, message));
      const lines = text(tests('', file(failed))).split('\n');
      expect(lines).toHaveLength(Math.min(60, count * perFailure));
      expect(lines.at(-1)).toBe(last);
    }
  });
});
