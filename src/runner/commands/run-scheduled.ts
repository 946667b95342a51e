import type { Run } from '../../core/verdict/run.ts';
import type { Execution } from '../execution/execute.ts';
import type { Packages } from '../packages/package-folder.ts';
import { demandOf, type Schedule } from '../scheduling/scheduler.ts';

interface ScheduledRun extends Omit<Execution, 'python' | 'packages' | 'onStart' | 'onEnd'> {
  readonly schedule: Schedule;
  /** The packages that the example declares; absent if it declares none. */
  readonly packages?: Packages | undefined;
}

/** Runs an example once, when the scheduler admits it. @throws the reason of `signal` if it aborts before */
export async function runScheduled({ schedule, packages, ...execution }: ScheduledRun): Promise<Run> {
  // Loaded on the first run: a check that takes all from the cache needs neither.
  const [{ emptyEnvironment }, { execute }] = await Promise.all([
    import('../python/python-environment.ts'),
    import('../execution/execute.ts'),
  ]);
  const python = await emptyEnvironment(execution.interpreter);
  return schedule.run(demandOf(execution.example.contract), callbacks => {
    execution.signal?.throwIfAborted();
    return execute({ ...execution, python, packages: packages?.folder, ...callbacks });
  });
}
