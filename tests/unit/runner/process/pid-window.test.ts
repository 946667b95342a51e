import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { countSince, processesSince, startOf } from '../../../../src/runner/process/pid-window.ts';
import { canObserve } from '../../../../src/runner/process/process-group.ts';

describe.runIf(canObserve)('the processes since a start', () => {
  test('are itself and what was started later, and nothing older', () => {
    const [first, second] = [spawn('sleep', ['60']), spawn('sleep', ['60'])];
    const pids = processesSince(startOf(first.pid as number));
    for (const each of [first, second]) each.kill('SIGKILL');
    expect([first.pid, second.pid, process.pid, 1].map(pid => pids.includes(pid as number))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('are no more than the numbers that were given meanwhile', () => {
    const start = startOf(process.pid);
    const before = countSince(start);
    const child = spawn('sleep', ['60']);
    expect(countSince(start)).toBeGreaterThan(before);
    child.kill('SIGKILL');
  });

  test('are all that live where the numbers began again meanwhile', () => {
    const start = { ...startOf(process.pid), round: -1 };
    expect(countSince(start)).toBe(Number.POSITIVE_INFINITY);
    expect(processesSince(start)).toContain(1);
  });
});
