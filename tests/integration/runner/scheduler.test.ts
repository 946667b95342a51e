import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import { contractSchema } from '../../../src/core/contract/contract-schema.ts';
import type { Run } from '../../../src/core/verdict/run.ts';
import { HAS_PROCFS } from '../../../src/runner/process/procfs.ts';
import { type Demand, demandOf, Schedule } from '../../../src/runner/scheduling/scheduler.ts';
import { printed, program, run } from '../../fixtures/programs.ts';

const scheduled = async (schedule: Schedule, name: string): Promise<Run> =>
  schedule.run(demandOf((await program(name)).contract), callbacks => run(name, callbacks));
const ONE: Demand = { cores: 1, measures: false };
const MEASURES: Demand = { cores: 1, measures: true };

describe('runs that sleep', () => {
  test('run at the same time: ten that sleep two seconds take less than ten seconds', async () => {
    const schedule = new Schedule(1);
    const began = performance.now();
    const runs = await Promise.all(
      Array.from({ length: 10 }, () => scheduled(schedule, 'sleeps_two_seconds')),
    );
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(runs.map(printed)).toEqual(Array.from({ length: 10 }, () => 'slept\n'));
  });
});

// Elsewhere a system does not tell which processes compute.
describe.runIf(HAS_PROCFS)('runs that compute', () => {
  test('are never more at the same time than there are cores', async () => {
    const schedule = new Schedule(2);
    const times = (await Promise.all(Array.from({ length: 6 }, () => scheduled(schedule, 'computes')))).map(
      interval,
    );
    expect(
      Math.max(
        ...times.map(([began]) => times.filter(([other, end]) => other <= began && began < end).length),
      ),
    ).toBe(2);
  });

  test('do not wait for a run that sleeps', async () => {
    const schedule = new Schedule(1);
    const order: string[] = [];
    const asleep = schedule
      .run(ONE, callbacks => run('sleeps_two_seconds', callbacks))
      .then(() => order.push('the sleep ends'));
    // Not its end: how long computing takes is up to what else this machine does.
    await schedule.run(ONE, async () => order.push('computing begins'));
    await asleep;
    expect(order).toEqual(['computing begins', 'the sleep ends']);
  });

  test('do not wait for the clean-up of a run that has ended', async () => {
    const schedule = new Schedule(1);
    const order: string[] = [];
    const first = schedule.run(ONE, async ({ onEnd }) => {
      onEnd();
      await new Promise(resolve => setTimeout(resolve, 10));
      order.push('the first is done');
    });
    await Promise.all([first, schedule.run(ONE, async () => order.push('the second begins'))]);
    expect(order).toEqual(['the second begins', 'the first is done']);
  });

  test('run alone when they need all cores', async () => {
    const schedule = new Schedule(2);
    const names = ['computes', 'computes_on_two_cores', 'computes', 'computes'];
    const times = (await Promise.all(names.map(name => scheduled(schedule, name)))).map(interval);
    const [alone] = times.splice(1, 1) as [[number, number]];
    expect(times.filter(([began, ended]) => began < alone[1] && alone[0] < ended)).toEqual([]);
  });
});

describe('a schedule', () => {
  test('starts tasks in the order in which they come', async () => {
    const schedule = new Schedule(1);
    const order: number[] = [];
    await Promise.all([1, 2, 3].map(number => schedule.run(ONE, async () => order.push(number))));
    expect(order).toEqual([1, 2, 3]);
  });

  test('lets no small task overtake one that waits for all cores', async () => {
    const schedule = new Schedule(2);
    const order: string[] = [];
    const task = (name: string, cores: number): Promise<unknown> =>
      schedule.run({ cores, measures: cores > 1 }, async () => {
        order.push(name);
        await new Promise(resolve => setTimeout(resolve, 10));
      });
    await Promise.all([task('small', 1), task('large', 2), task('late', 1)]);
    expect(order).toEqual(['small', 'large', 'late']);
  });

  test('gives a task that asks for more cores than there are all of them', async () => {
    expect(await new Schedule(1).run({ cores: 8, measures: true }, async () => 'done')).toBe('done');
  });

  test('starts the next task if one fails', async () => {
    const schedule = new Schedule(1);
    const [failed, next] = await Promise.allSettled([
      schedule.run(ONE, () => Promise.reject(new Error('as it happens'))),
      schedule.run(ONE, async () => 'done'),
    ]);
    expect([failed.status, next]).toEqual(['rejected', { status: 'fulfilled', value: 'done' }]);
  });
});

describe('if the number of cores is not given', () => {
  const cores = availableParallelism();

  /** The most tasks that were there at the same time. */
  async function most(schedule: Schedule, demands: readonly Demand[]): Promise<number> {
    let [now, highest] = [0, 0];
    await Promise.all(
      demands.map(demand =>
        schedule.run(demand, async () => {
          now += 1;
          highest = Math.max(highest, now);
          await new Promise(resolve => setTimeout(resolve, 5));
          now -= 1;
        }),
      ),
    );
    return highest;
  }

  const many = (demand: Demand): Demand[] => Array.from({ length: 3 * cores + 3 }, () => demand);

  test('one more task runs than there are cores, if nothing is measured', async () => {
    expect(await most(new Schedule(), many(ONE))).toBe(cores + 1);
    expect(await most(new Schedule(cores), many(ONE))).toBe(cores);
  });

  test('no spare task runs beside one that measures, whichever of them comes first', async () => {
    expect(await most(new Schedule(), many(MEASURES))).toBe(cores);
    const schedule = new Schedule();
    const beside: number[] = [];
    let now = 0;
    const task = (demand: Demand, ms: number): Promise<void> =>
      schedule.run(demand, async () => {
        now += 1;
        if (demand.measures) beside.push(now);
        await new Promise(resolve => setTimeout(resolve, ms));
        if (demand.measures) beside.push(now);
        now -= 1;
      });
    await Promise.all([
      ...many(ONE).map(demand => task(demand, 5)),
      task(MEASURES, 20),
      ...many(ONE).map(demand => task(demand, 5)),
    ]);
    expect(Math.max(...beside)).toBeLessThanOrEqual(cores);
  });

  test('a contract measures if it bounds a number or the time, or needs cores', () => {
    const measures = (contract: Parameters<typeof contractSchema.parse>[0]): boolean =>
      demandOf(contractSchema.parse(contract)).measures;
    expect([{}, { mask: ['duration'] }, { mask: [{ name: 'ratio', pattern: 'x' }] }].map(measures)).toEqual([
      false,
      false,
      false,
    ]);
    expect(
      [
        { cores: 2 },
        { elapsed: { min: 1 } },
        { mask: ['pid', { name: 'ratio', pattern: 'x', max: 2 }] },
        { mask: [{ name: 'ratio', pattern: 'x', min: 0 }] },
      ].map(measures),
    ).toEqual([true, true, true, true]);
  });
});

/** When a program of `computes*` began and ended, in seconds. */
function interval(result: Run): [number, number] {
  const [began, ended] = printed(result).split(' ').map(Number);
  return [began as number, ended as number];
}
