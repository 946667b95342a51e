import { join } from 'node:path';
import type { Example } from '../../core/example/example.ts';
import type { Run } from '../../core/verdict/run.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { emptyEnvironment } from '../python/python-environment.ts';
import { execute } from '../execution/execute.ts';
import { signalGroup } from '../process/process-group.ts';
import { demandOf, type Schedule } from '../scheduling/scheduler.ts';
import type { Seal } from '../sandbox/sandbox.ts';

interface Task {
  readonly example: Example;
  readonly interpreter: Interpreter;
  readonly schedule: Schedule;
  /** The project's folder. */
  readonly root: string;
  readonly seal: Seal;
}

/** One run of an example, when there is room for it; ended at once when `signal` says so. Undefined where it did not begin before that. */
export async function runUntil(
  signal: AbortSignal,
  { example, interpreter, schedule, root, seal }: Task,
): Promise<Run | undefined> {
  const python = await emptyEnvironment(interpreter, join(root, '.verbatim'));
  return schedule.run(demandOf(example.contract), async ({ onStart: started, onEnd }) => {
    if (signal.aborted) return undefined;
    let kill: (() => void) | undefined;
    const onStart = (group: number): void => {
      started(group);
      kill = () => void signalGroup(group, 'SIGKILL');
      if (signal.aborted) kill();
      signal.addEventListener('abort', kill);
    };
    try {
      return await execute({ example, interpreter, python, seal, onStart, onEnd });
    } finally {
      // The number of a group that has ended may be given to another.
      if (kill !== undefined) signal.removeEventListener('abort', kill);
    }
  });
}
