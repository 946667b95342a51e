import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aliveIn, readActivity, signalGroup } from '../../../src/runner/process/process-group.ts';
import { HAS_PROCFS } from '../../../src/runner/process/procfs.ts';

/** A process group that runs a shell command. */
function group(command: string): { pid: number; ended: Promise<unknown> } {
  const child = spawn('sh', ['-c', command], { detached: true, stdio: 'ignore' });
  // Also if the test fails.
  onTestFinished(() => void signalGroup(child.pid as number, 'SIGKILL'));
  return { pid: child.pid as number, ended: once(child, 'exit') };
}

describe('a process group', () => {
  test('lives until it is killed', async () => {
    const { pid, ended } = group('exec sleep 60');
    expect(aliveIn(pid)).toEqual([pid]);
    expect(signalGroup(pid, 'SIGKILL')).toBe(true);
    await ended;
    expect(aliveIn(pid)).toEqual([]);
    expect(signalGroup(pid, 'SIGKILL')).toBe(false);
  });

  test.runIf(HAS_PROCFS).for([
    ['by itself', 'while :; do :; done', 'exec sleep 60'],
    ['through a child that it waits for', '(while :; do :; done) & wait', 'sleep 60 & wait'],
  ] as const)(
    'computes or sleeps, %s, and has no activity once it has ended',
    async ([, computes, sleeps]) => {
      const [busy, idle] = [group(computes), group(sleeps)];
      const activities = () => [readActivity(busy.pid), readActivity(idle.pid)] as const;
      // Both have started when the one has used some time, and the other has come to its sleep.
      let [computing, sleeping] = activities();
      while ((computing?.ticks ?? 0) < 5 || sleeping?.busy !== false) {
        await sleep(10);
        [computing, sleeping] = activities();
      }
      expect([computing?.busy, sleeping.busy]).toEqual([true, false]);
      for (const { pid } of [busy, idle]) signalGroup(pid, 'SIGKILL');
      await Promise.all([busy.ended, idle.ended]);
      expect(activities()).toEqual([undefined, undefined]);
    },
  );

  test.skipIf(!HAS_PROCFS)('counts as busy while it is stopped: it goes on soon', async () => {
    const { pid } = group('exec sleep 60');
    while (readActivity(pid)?.busy !== false) await sleep(10);
    signalGroup(pid, 'SIGSTOP');
    while (readActivity(pid)?.busy === false) await sleep(10);
    expect(readActivity(pid)?.busy).toBe(true);
    signalGroup(pid, 'SIGCONT');
    while (readActivity(pid)?.busy !== false) await sleep(10);
    expect(aliveIn(pid)).toEqual([pid]);
  });
});
