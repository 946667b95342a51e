import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { isAlive, readActivity, signalGroup } from '../../../src/runner/process/process-group.ts';
import { HAS_PROCFS } from '../../../src/runner/process/procfs.ts';

/** A process group that runs a shell command. */
function group(command: string): { pid: number; ended: Promise<unknown> } {
  const child = spawn('sh', ['-c', command], { detached: true, stdio: 'ignore' });
  return { pid: child.pid as number, ended: once(child, 'exit') };
}

describe('a process group', () => {
  test('lives until it is killed', async () => {
    const { pid, ended } = group('exec sleep 60');
    expect(isAlive(pid)).toBe(true);
    expect(signalGroup(pid, 'SIGKILL')).toBe(true);
    await ended;
    expect(isAlive(pid)).toBe(false);
    expect(signalGroup(pid, 'SIGKILL')).toBe(false);
  });

  test.runIf(HAS_PROCFS).for([
    ['by itself', 'while :; do :; done', 'exec sleep 60'],
    ['through a child that it waits for', '(while :; do :; done) & wait', 'sleep 60 & wait'],
  ] as const)(
    'computes or sleeps, %s, and has no activity once it has ended',
    async ([, computes, sleeps]) => {
      const [busy, idle] = [group(computes), group(sleeps)];
      while ((readActivity(busy.pid)?.ticks ?? 0) < 5) await sleep(10);
      // On a busy machine, the idle one may still be starting.
      const activities = (): unknown => [busy, idle].map(({ pid }) => readActivity(pid)?.busy);
      await expect.poll(activities, { timeout: 5_000 }).toEqual([true, false]);
      for (const { pid } of [busy, idle]) signalGroup(pid, 'SIGKILL');
      await Promise.all([busy.ended, idle.ended]);
      expect([readActivity(busy.pid), readActivity(idle.pid)]).toEqual([undefined, undefined]);
    },
  );
});
