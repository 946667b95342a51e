import type { Example } from '../../core/example/example.ts';
import type { Run } from '../../core/verdict/run.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { emptyEnvironment } from '../python/python-environment.ts';
import { execute } from '../execution/execute.ts';
import { signalGroup } from '../process/process-group.ts';
import { demandOf, type Schedule } from '../scheduling/scheduler.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

interface Task {
  readonly example: Example;
  readonly interpreter: Interpreter;
  readonly schedule: Schedule;
  /** The project's folder. */
  readonly root: string;
  readonly sandbox: Sandbox;
}

/**
 * Runs an example once, when the scheduler admits it, and kills it when `signal` aborts. Undefined if it
 * was aborted before it began.
 */
export async function runUntil(
  signal: AbortSignal,
  { example, interpreter, schedule, root, sandbox }: Task,
): Promise<Run | undefined> {
  const python = await emptyEnvironment(interpreter, root);
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
      return await execute({ example, interpreter, python, sandbox, onStart, onEnd });
    } finally {
      // The system may give the number of a group that has ended to another.
      if (kill !== undefined) signal.removeEventListener('abort', kill);
    }
  });
}
