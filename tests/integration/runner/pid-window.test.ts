import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { markPid, pidsAllocatedSince, processesSince } from '../../../src/runner/process/pid-window.ts';
import { HAS_PROCFS } from '../../../src/runner/process/procfs.ts';

describe.runIf(HAS_PROCFS)('the processes since a mark', () => {
  test('are the marked one and those that were started later, and none that is older', () => {
    const [first, second] = [spawn('sleep', ['60']), spawn('sleep', ['60'])];
    const pids = processesSince(markPid(first.pid as number));
    for (const each of [first, second]) each.kill('SIGKILL');
    expect([first.pid, second.pid, process.pid, 1].map(pid => pids.includes(pid as number))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('are no more than the pids that were allocated since', () => {
    const mark = markPid(process.pid);
    const before = pidsAllocatedSince(mark);
    const child = spawn('sleep', ['60']);
    expect(pidsAllocatedSince(mark)).toBeGreaterThan(before);
    child.kill('SIGKILL');
  });

  test('are all processes if the pid counter has wrapped around', () => {
    const mark = { ...markPid(process.pid), wrapCount: -1 };
    expect(pidsAllocatedSince(mark)).toBe(Number.POSITIVE_INFINITY);
    expect(processesSince(mark)).toContain(1);
  });
});
