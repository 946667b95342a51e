import { expectedExit } from '../../core/contract/contract-schema.ts';
import type { Example } from '../../core/example/example.ts';
import type { Ending, Run } from '../../core/verdict/run.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { idleSeconds, isDisturbed } from '../scheduling/cpu-contention.ts';
import { type Conditions, runEnvironment, type RunPlaces, TELL_FD } from '../python/python-environment.ts';
import { guard } from './watchdog.ts';
import { computesInParallel } from '../scheduling/measure-parallelism.ts';
import { makeRunFolder, removeRunFolder } from './run-folder.ts';
import type { Seal } from '../sandbox/sandbox.ts';
import { signalName } from '../process/signal-name.ts';
import { SEALED_PLACES, SEALED_PYTHON, sealedCommand } from '../sandbox/bubblewrap-command.ts';
import { killEscaped } from '../process/kill-escaped.ts';
import { startOf } from '../process/pid-window.ts';
import { type Ended, start } from './spawn.ts';
import { readTold } from './harness-channel.ts';

/** A page holds no more than this of one stream. */
const MAX_OUTPUT_BYTES = 1_000_000;

export interface Execution {
  readonly example: Example;
  readonly interpreter: Interpreter;
  /** The `python` to start: that of the interpreter's empty environment. */
  readonly python: string;
  readonly conditions?: Conditions | undefined;
  /** Absent: open. */
  readonly seal?: Seal | undefined;
  /** Told the process group when it has started. */
  readonly onStart?: ((group: number) => void) | undefined;
  /** Told when its process has ended, before what it left is swept. */
  readonly onEnd?: (() => void) | undefined;
}

/** Runs an example once, in a fresh process and a fresh folder. Nothing of either is left afterwards. */
export async function execute(execution: Execution): Promise<Run> {
  const {
    example: {
      contract: { cores },
    },
    python,
  } = execution;
  if (cores === 1) return executeOnce(execution);
  // Before and after: what slows a machine down comes in phases. The second look belongs to it still.
  const [before, run, after] = [
    await computesInParallel(python, cores),
    await executeOnce({ ...execution, onEnd: undefined }),
    await computesInParallel(python, cores),
  ];
  return { ...run, underContention: run.underContention || !before || !after };
}

async function executeOnce(execution: Execution): Promise<Run> {
  const { example, python, seal } = execution;
  if (seal?.kind === 'sealed') {
    const { words, inputs } = await sealedCommand(example, python, TELL_FD + 1);
    return executeIn(
      SEALED_PLACES,
      { ...execution, python: SEALED_PYTHON },
      [seal.bubblewrap, ...words],
      inputs,
    );
  }
  const folder = await makeRunFolder(example);
  try {
    return await executeIn(folder, execution, [], []);
  } finally {
    await removeRunFolder(folder);
  }
}

/** @param wrapper words before those of Python @param inputs what the file descriptors after `TELL_FD` give */
async function executeIn(
  places: RunPlaces,
  { example, interpreter, python, conditions = {}, seal, onStart, onEnd }: Execution,
  wrapper: readonly string[],
  inputs: readonly Uint8Array[],
): Promise<Run> {
  const { contract, entry } = example;
  const isSealed = seal?.kind === 'sealed';
  // Asking takes a while: only where somebody wants to know.
  const idle = (): number => (contract.cores > 1 ? idleSeconds() : 0);
  const idleBefore = idle();
  const [command = python, ...words] = [...wrapper, python, '-s', '-X', 'utf8', entry, ...contract.args];
  const cwd = isSealed ? process.cwd() : places.work;
  const program = await start(
    {
      command,
      words,
      cwd,
      env: runEnvironment(places, python, contract, conditions),
      stdin: contract.stdin,
      inputs,
      maxBytes: MAX_OUTPUT_BYTES,
    },
    interpreter.path,
  );
  const began = startOf(program.pid);
  onStart?.(program.pid);
  let idleAtEnd = idleBefore;
  const guarded = guard(began, program, {
    timeoutMs: contract.timeout * 1000,
    isSealed,
    onEnd: () => {
      idleAtEnd = idle();
      onEnd?.();
    },
  });
  const [
    {
      outputs: [stdout, stderr, told],
      isTooLong,
      durationMs,
      ...end
    },
    { cause, leftBehind },
  ] = await Promise.all([program.ended, guarded]);
  const escaped = !isSealed && (await killEscaped(places, began));
  const { stacks, usedSeconds, toldLeft } = readTold(told, places);
  const { exitCode, signal } = isSealed ? unsealed(end, expectedExit(contract)) : end;
  const ending: Ending =
    cause ?? (isTooLong ? 'output-limit' : exitCode === undefined ? 'signalled' : 'exited');
  return {
    interpreter,
    stdout,
    stderr: withoutFolder(stderr, places),
    ending,
    exitCode,
    signal,
    durationMs,
    stacks: cause === 'timed-out' ? stacks : undefined,
    leftBehind: (leftBehind || toldLeft || escaped) && ending === 'exited',
    underContention:
      contract.cores > 1 &&
      isDisturbed(usedSeconds, contract.cores, durationMs / 1000, idleAtEnd - idleBefore),
  };
}

/** bubblewrap ends with 128 and the number of the signal that ended its program, as a shell does: unless that is the code that is `expected`, it was a signal. */
function unsealed(
  { exitCode, signal }: Pick<Ended, 'exitCode' | 'signal'>,
  expected: number,
): Pick<Run, 'exitCode' | 'signal'> {
  if (exitCode === undefined || exitCode === expected) return { exitCode, signal };
  const name = signalName(exitCode - 128);
  return name === undefined ? { exitCode } : { exitCode: undefined, signal: name };
}

/** A traceback names files by the run's own folder, which is another one in each run: `File "lock.py"` is what the author knows. */
function withoutFolder(bytes: Uint8Array, { work }: RunPlaces): Uint8Array {
  return Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replaceAll(`${Buffer.from(work).toString('latin1')}/`, ''),
    'latin1',
  );
}
