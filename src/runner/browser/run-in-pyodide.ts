import { join } from 'node:path';
import { browserSample } from '../../core/browser/browser-sample.ts';
import type { BrowserWheel } from '../../core/browser/browser-wheel.ts';
import { RUN_LIMITS } from '../../core/contract/run-limits.ts';
import type { Example } from '../../core/example/example.ts';
import type { Interpreter } from '../../core/python-version.ts';
import type { Ending, Run } from '../../core/verdict/run.ts';
import { spawnProcess } from '../execution/spawn.ts';
import { mappedMemory } from '../process/memory.ts';
import { aliveIn, signalGroup } from '../process/process-group.ts';
import { isolation, type Sandbox } from '../sandbox/sandbox.ts';
import { seccompFilter } from '../sandbox/seccomp-filter.ts';
import { systemMounts } from '../sandbox/sandbox-mounts.ts';
import { userCache } from '../files/user-cache.ts';
import { wheelFolder, wheelName } from '../wheels/kept-wheels.ts';
import { PYODIDE_FOLDER } from './pyodide-files.ts';

/** Seconds of a sample after which its run is ended. A page waits longer: its machine may be slower. */
export const BROWSER_SECONDS = 10;

/** Seconds within which Python starts: on a busy machine it takes a while, and that proves nothing. */
const START_SECONDS = 120;

/** The memory of a run: 1 GiB, in the pages of WebAssembly, which have 64 KiB. */
const MEMORY_PAGES = 2 ** 30 / 2 ** 16;

/** How often the time and the memory of a run are measured. */
const WATCH_MS = 250;

/** Bytes of both streams, and of the report of a run: that it starts, and how long it took. */
const OUTPUT_LIMITS = [RUN_LIMITS.outputBytes, RUN_LIMITS.outputBytes, 100] as const;
/** The descriptor after these, from which bubblewrap reads the filter of system calls. */
const FILTER_FD = OUTPUT_LIMITS.length + 1;

const SOURCE = join(import.meta.dirname, '../..');
/** What the program of a run is made of, below `src/`. */
const CODE = ['browser', 'core/surroundings', 'runner/browser'] as const;

/** What a run in Pyodide needs besides its example. */
export interface PyodideRun {
  /** Pyodide, as the interpreter that a verdict names. */
  readonly interpreter: Interpreter;
  readonly sandbox: Sandbox;
  /** The packages of the sample, whose bytes are in the cache folder of this user; absent if it has none. */
  readonly wheels?: readonly BrowserWheel[] | undefined;
  /** The file of `snapshot.ts`; absent: Python starts anew, which takes longer. */
  readonly snapshot?: string | undefined;
}

/** Runs an example once in Pyodide, in a Node process of its own that reads nothing but what it needs. */
export async function runInPyodide(example: Example, options: PyodideRun): Promise<Run> {
  const { interpreter, sandbox, wheels } = options;
  const isSandboxed = sandbox.kind === 'sandboxed';
  const [command = '', ...args] = isSandboxed ? sandboxed(options, sandbox) : plain(options);
  const filter = isSandboxed ? seccompFilter() : undefined;
  const program = await spawnProcess({
    command,
    args,
    cwd: '/',
    env: {},
    stdin: JSON.stringify(browserSample(example, wheels)),
    outputLimits: OUTPUT_LIMITS,
    inputs: filter === undefined ? [] : [filter],
  });
  let killed: Ending | undefined;
  const kill = (ending: Ending): void => {
    killed ??= ending;
    signalGroup(program.pid, 'SIGKILL');
  };
  const spawnedAt = performance.now();
  let startedAt: number | undefined;
  const watch = setInterval(() => {
    // The first that it writes is its report that the sample starts.
    const now = performance.now();
    if (program.written() > 0) startedAt ??= now;
    const limit = startedAt === undefined ? START_SECONDS : BROWSER_SECONDS;
    if (now - (startedAt ?? spawnedAt) > limit * 1000) kill('timed-out');
    // What WebAssembly may have is bounded; the files of a run lie in the memory of JavaScript.
    if (mappedMemory(aliveIn(program.pid)) > RUN_LIMITS.memoryBytes) kill('memory-limit');
  }, WATCH_MS);
  const { exitCode, signal, outputs, isTooLong } = await program.ended;
  clearInterval(watch);
  const [stdout = Buffer.of(), stderr = Buffer.of(), report = Buffer.of()] = outputs;
  const [, milliseconds] = report.toString().split('\n');
  const hasEnded = milliseconds !== undefined && milliseconds !== '' && exitCode !== undefined;
  return {
    interpreter,
    stdout,
    stderr,
    ending: killed ?? (isTooLong ? 'output-limit' : hasEnded ? 'exited' : 'signalled'),
    exitCode: hasEnded ? exitCode : undefined,
    signal,
    durationMs: Number(milliseconds ?? 0),
    leftBehind: [],
    underContention: false,
  };
}

/** Where a run finds what it reads. */
interface RunPlaces {
  /** The folder `src`. */
  readonly source: string;
  readonly pyodide: string;
  /** The folder of the wheels. */
  readonly wheels: string;
  readonly snapshot?: string | undefined;
}

/** Node with its own permissions: it reads these folders, writes nothing, and starts nothing. */
function nodeCommand(places: RunPlaces, wheels: readonly BrowserWheel[]): string[] {
  const { source, pyodide, snapshot } = places;
  const files = [...(snapshot === undefined ? [] : [snapshot])];
  const packages = wheels.map(each => join(places.wheels, wheelName(each)));
  const readable = [pyodide, ...CODE.map(folder => join(source, folder)), ...packages, ...files];
  return [
    ...['--permission', ...readable.map(path => `--allow-fs-read=${path}`)],
    ...['--no-warnings', `--wasm-max-mem-pages=${MEMORY_PAGES}`],
    join(source, 'runner/browser/child.ts'),
    ...[pyodide, join(source, 'browser/start.py'), places.wheels, ...files],
  ];
}

function plain({ snapshot, wheels = [] }: PyodideRun): string[] {
  const places = { source: SOURCE, pyodide: PYODIDE_FOLDER, wheels: wheelFolder(userCache()), snapshot };
  return [process.execPath, ...nodeCommand(places, wheels)];
}

/** The same in bubblewrap: no network, no other processes, no files but those of the system and these. */
function sandboxed(
  { snapshot, wheels = [] }: PyodideRun,
  sandbox: Sandbox & { readonly kind: 'sandboxed' },
): string[] {
  const [node, source, pyodide, memory] = ['/opt/node', '/opt/src', '/opt/pyodide', '/opt/snapshot'];
  const packages = '/opt/wheels';
  const empty = join(SOURCE, 'browser');
  return [
    sandbox.bubblewrap,
    ...isolation(sandbox),
    ...(seccompFilter() === undefined ? [] : ['--seccomp', String(FILTER_FD)]),
    ...['--proc', '/proc', '--dev', '/dev'],
    ...systemMounts(false, empty),
    ...['--ro-bind', process.execPath, node, '--ro-bind', PYODIDE_FOLDER, pyodide],
    ...CODE.flatMap(folder => ['--ro-bind', join(SOURCE, folder), join(source, folder)]),
    ...wheels.flatMap(each => {
      const name = wheelName(each);
      return ['--ro-bind', join(wheelFolder(userCache()), name), join(packages, name)];
    }),
    ...(snapshot === undefined ? [] : ['--ro-bind', snapshot, memory]),
    ...['/proc', '/dev', '/'].flatMap(path => ['--remount-ro', path]),
    ...['--clearenv', '--chdir', '/'],
    node,
    ...nodeCommand({ source, pyodide, wheels: packages, snapshot: snapshot && memory }, wheels),
  ];
}
