import { describe, expect, test } from 'vitest';
import type { Run } from '../../src/core/run.ts';
import { canObserve } from '../../src/runner/process-group.ts';
import { Schedule } from '../../src/runner/schedule.ts';
import { printed, program, run } from '../fixtures/programs.ts';

const scheduled = async (schedule: Schedule, name: string): Promise<Run> => schedule.run((await program(name)).contract.cores, (telling) => run(name, telling));

describe('runs that sleep', () => {
  test('go on at the same time: ten that sleep two seconds take less than half of twenty', async () => {
    const schedule = new Schedule(1);
    const began = performance.now();
    const runs = await Promise.all(Array.from({ length: 10 }, () => scheduled(schedule, 'sleeps_two_seconds')));
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(runs.map(printed)).toEqual(Array.from({ length: 10 }, () => 'slept\n'));
  });
});

// Elsewhere a system does not tell which processes compute.
describe.runIf(canObserve)('runs that compute', () => {
  test('are never more at the same time than there are cores', async () => {
    const schedule = new Schedule(2);
    const times = (await Promise.all(Array.from({ length: 6 }, () => scheduled(schedule, 'computes')))).map(interval);
    expect(Math.max(...times.map(([began]) => times.filter(([other, end]) => other <= began && began < end).length))).toBe(2);
  });

  test('do not wait for those that sleep', async () => {
    const schedule = new Schedule(1);
    const order: string[] = [];
    const asleep = schedule.run(1, (telling) => run('sleeps_two_seconds', telling)).then(() => order.push('the sleep ends'));
    // Not its end: how long computing takes is up to what else this machine does.
    await schedule.run(1, async () => order.push('computing begins'));
    await asleep;
    expect(order).toEqual(['computing begins', 'the sleep ends']);
  });

  test('do not wait for what is done about one that has ended', async () => {
    const schedule = new Schedule(1);
    const order: string[] = [];
    const first = schedule.run(1, async ({ onEnd }) => {
      onEnd();
      await new Promise((resolve) => setTimeout(resolve, 10));
      order.push('the first is done');
    });
    await Promise.all([first, schedule.run(1, async () => order.push('the second begins'))]);
    expect(order).toEqual(['the second begins', 'the first is done']);
  });

  test('run alone when they need all cores', async () => {
    const schedule = new Schedule(2);
    const names = ['computes', 'computes_on_two_cores', 'computes', 'computes'];
    const times = (await Promise.all(names.map((name) => scheduled(schedule, name)))).map(interval);
    const [alone] = times.splice(1, 1) as [[number, number]];
    expect(times.filter(([began, ended]) => began < alone[1] && alone[0] < ended)).toEqual([]);
  });
});

describe('a schedule', () => {
  test('starts what comes first, first', async () => {
    const schedule = new Schedule(1);
    const order: number[] = [];
    await Promise.all([1, 2, 3].map((number) => schedule.run(1, async () => order.push(number))));
    expect(order).toEqual([1, 2, 3]);
  });

  test('lets no small task overtake one that waits for all cores', async () => {
    const schedule = new Schedule(2);
    const order: string[] = [];
    const task = (name: string, cores: number): Promise<unknown> => schedule.run(cores, async () => {
      order.push(name);
      await new Promise((resolve) => setTimeout(resolve, 10));
    });
    await Promise.all([task('small', 1), task('large', 2), task('late', 1)]);
    expect(order).toEqual(['small', 'large', 'late']);
  });

  test('gives a task that asks for more cores than there are all of them', async () => {
    expect(await new Schedule(1).run(8, async () => 'done')).toBe('done');
  });

  test('gives the place of a task that failed to the next', async () => {
    const schedule = new Schedule(1);
    const [failed, next] = await Promise.allSettled([schedule.run(1, () => Promise.reject(new Error('as it happens'))), schedule.run(1, async () => 'done')]);
    expect([failed.status, next]).toEqual(['rejected', { status: 'fulfilled', value: 'done' }]);
  });
});

/** When a program of `computes*` began and ended, in seconds. */
function interval(result: Run): [number, number] {
  const [began, ended] = printed(result).split(' ').map(Number);
  return [began as number, ended as number];
}
