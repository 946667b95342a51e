import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import {
  canObserve,
  follow,
  isAlive,
  observe,
  signalGroup,
} from '../../../src/runner/process/process-group.ts';

/** A process group that runs a command of the shell. */
function group(command: string): { id: number; ended: Promise<unknown> } {
  const subprocess = execa('sh', ['-c', command], { detached: true, reject: false, stdio: 'ignore' });
  return { id: subprocess.pid as number, ended: subprocess };
}

describe('a process group', () => {
  test('lives until it is killed', async () => {
    const { id, ended } = group('exec sleep 60');
    expect(isAlive(id)).toBe(true);
    expect(signalGroup(id, 'SIGKILL')).toBe(true);
    await ended;
    expect(isAlive(id)).toBe(false);
    expect(signalGroup(id, 'SIGKILL')).toBe(false);
  });

  test.runIf(canObserve)(
    'is seen to compute or to sleep, and is absent when nothing of it is left',
    async () => {
      const [busy, idle] = [group('while :; do :; done'), group('exec sleep 60')];
      // Both have got over their start when the busy one has used some time.
      for (let ticks = 0; ticks < 5; ticks = observe(new Set([busy.id])).get(busy.id)?.ticks ?? 0)
        await new Promise(resolve => setTimeout(resolve, 10));
      const seen = observe(new Set([busy.id, idle.id]));
      expect([seen.get(busy.id)?.busy, seen.get(idle.id)?.busy]).toEqual([true, false]);
      for (const { id } of [busy, idle]) signalGroup(id, 'SIGKILL');
      await Promise.all([busy.ended, idle.ended]);
      expect(observe(new Set([busy.id, idle.id])).size).toBe(0);
    },
  );

  test.runIf(canObserve)(
    'is followed from its first process: what waits for a child that computes is busy, and what is gone is nothing',
    async () => {
      const [busy, idle] = [group('(while :; do :; done) & wait'), group('sleep 60 & wait')];
      for (let ticks = 0; ticks < 5; ticks = observe(new Set([busy.id])).get(busy.id)?.ticks ?? 0)
        await new Promise(resolve => setTimeout(resolve, 10));
      expect([follow(busy.id)?.busy, follow(idle.id)?.busy]).toEqual([true, false]);
      for (const { id } of [busy, idle]) signalGroup(id, 'SIGKILL');
      await Promise.all([busy.ended, idle.ended]);
      expect(follow(busy.id)).toBeUndefined();
    },
  );
});
