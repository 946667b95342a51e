import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import type { Example } from '../core/example.ts';
import type { Ending, Interpreter, Run } from '../core/run.ts';
import { type Conditions, runEnvironment } from './environment.ts';
import { idleSeconds, isDisturbed } from './contention.ts';
import { isAlive, signalGroup } from './process-group.ts';
import { makeRunFolder, removeRunFolder, type RunFolder } from './run-folder.ts';

/** A page holds no more than this of one stream. */
const MAX_OUTPUT_BYTES = 1_000_000;
/** How long helpers of a process that has ended (a fork server, a resource tracker) may take to notice. */
const GRACE_MS = 2_000;
/** How long the stacks may take to be written when time is up. */
const STACKS_MS = 300;

export interface Execution {
  readonly example: Example;
  readonly interpreter: Interpreter;
  /** The `python` to start: that of the interpreter's empty environment. */
  readonly python: string;
  readonly conditions?: Conditions | undefined;
  /** Told the process group when it has started. */
  readonly onStart?: ((group: number) => void) | undefined;
}

/** Runs an example once, in a fresh process and a fresh folder. Nothing of either is left afterwards. */
export async function execute(execution: Execution): Promise<Run> {
  const folder = await makeRunFolder(execution.example);
  try {
    return await executeIn(folder, execution);
  } finally {
    await removeRunFolder(folder);
  }
}

async function executeIn(folder: RunFolder, { example, interpreter, python, conditions = {}, onStart }: Execution): Promise<Run> {
  const { contract, entry } = example;
  const idleBefore = idleSeconds();
  const started = performance.now();
  const subprocess = execa(python, ['-s', '-X', 'utf8', entry, ...contract.args], {
    cwd: folder.work,
    env: runEnvironment(folder, contract, conditions),
    extendEnv: false,
    ...(contract.stdin === undefined ? { stdin: 'ignore' as const } : { input: contract.stdin }),
    encoding: 'buffer',
    maxBuffer: MAX_OUTPUT_BYTES,
    stripFinalNewline: false,
    reject: false,
    killDescendants: true,
    killSignal: 'SIGKILL',
  });
  const { pid, nodeChildProcess: child } = subprocess;
  // No pid: it could not be started; the result says why.
  if (pid === undefined) throw (await subprocess).cause;
  onStart?.(pid);
  let ended = started;
  let leftBehind = false;
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    subprocess.kill('SIGUSR2');
    setTimeout(() => signalGroup(pid, 'SIGKILL'), STACKS_MS);
  }, contract.timeout * 1000);
  const swept = new Promise<void>((resolve) => {
    child.once('exit', () => {
      ended = performance.now();
      clearTimeout(timer);
      void sweep(pid).then((found) => {
        leftBehind = found;
        // What escaped the group may still hold the pipes open.
        setTimeout(() => [child.stdout, child.stderr].forEach((stream) => stream?.destroy()), 100).unref();
        resolve();
      });
    });
  });
  const [result] = await Promise.all([subprocess, swept]);
  const ending: Ending = timedOut ? 'timed-out' : result.isMaxBuffer ? 'output-limit' : result.exitCode === undefined ? 'signalled' : 'exited';
  return {
    interpreter,
    stdout: result.stdout,
    stderr: withoutFolder(result.stderr, folder),
    ending,
    exitCode: result.exitCode,
    signal: result.signal,
    durationMs: ended - started,
    stacks: timedOut ? await readStacks(folder) : undefined,
    leftBehind: leftBehind && ending === 'exited',
    disturbed: contract.cores > 1 && (await isDisturbed(folder.usage, contract.cores, (ended - started) / 1000, idleBefore)),
  };
}

/** Waits for what is left of a group to end, then ends it. True when it had to be ended. */
async function sweep(group: number): Promise<boolean> {
  for (let waited = 0; waited < GRACE_MS && isAlive(group); waited += 20) await sleep(20);
  return isAlive(group) && signalGroup(group, 'SIGKILL');
}

/** A traceback names files by the run's own folder, which is another one in each run: `File "lock.py"` is what the author knows. */
function withoutFolder(bytes: Uint8Array, { work }: RunFolder): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(`${Buffer.from(work).toString('latin1')}/`, ''), 'latin1');
}

async function readStacks(folder: RunFolder): Promise<string | undefined> {
  // Absent when the process ended before the harness could open it.
  const text = await readFile(folder.stacks, 'utf8').catch(() => '');
  return text === '' ? undefined : text.replaceAll(`${folder.work}/`, '').trimEnd().replaceAll(/^/gm, '    ');
}
