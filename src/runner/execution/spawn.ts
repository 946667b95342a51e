import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { killOnExit, signalGroup } from '../process/process-group.ts';
import { closeInheritedDescriptors } from './inherited-descriptors.ts';

/** A program to start in a process group of its own, with this environment and no other. */
export interface SpawnOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Text for standard input; absent: the input is empty. */
  readonly stdin?: string | undefined;
  /** Bytes that it may write to each descriptor from 1 on; a program that writes more is killed. */
  readonly outputLimits: readonly number[];
  /** Bytes that the program can read from each descriptor after those. */
  readonly inputs: readonly Uint8Array[];
}

/** How a program ended, and what it wrote. */
export interface ProcessEnd {
  readonly exitCode: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  /** From its start to its end. */
  readonly durationMs: number;
  /** What it wrote to each of its outputs. */
  readonly outputs: readonly Buffer[];
  readonly isTooLong: boolean;
}

/** A program that runs. */
export interface SpawnedProcess {
  /** Also the id of its process group. */
  readonly pid: number;
  /** Resolves when the program has ended. */
  readonly exited: Promise<unknown>;
  /** Resolves when its outputs are closed too. */
  readonly ended: Promise<ProcessEnd>;
  /** Bytes that it has written so far. */
  readonly written: () => number;
  /** Reads what is written so far, then closes the outputs, even if another process holds them open. */
  readonly release: () => void;
}

/** Starts a program. @throws Error if it cannot be started */
export async function spawnProcess(options: SpawnOptions): Promise<SpawnedProcess> {
  const { command, args, cwd, env, stdin, inputs, outputLimits } = options;
  closeInheritedDescriptors();
  const count = outputLimits.length;
  const startedAt = performance.now();
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: Array<'pipe'>(1 + count + inputs.length).fill('pipe'),
  });
  const kill = (): unknown => child.pid !== undefined && signalGroup(child.pid, 'SIGKILL');
  const streams = child.stdio.slice(1, 1 + count) as Readable[];
  const outputs = streams.map((stream, index) => {
    const maxBytes = outputLimits[index] ?? 0;
    const output = { chunks: [] as Buffer[], written: 0, isTooLong: false };
    stream.on('error', ignoreError).on('data', (chunk: Buffer) => {
      const free = maxBytes - output.written;
      if (free > 0) output.chunks.push(chunk.subarray(0, free));
      output.written += chunk.length;
      if (output.written <= maxBytes) return;
      output.isTooLong = true;
      kill();
    });
    return output;
  });
  // Nothing but a closed input cannot be opened again for writing.
  writeAll(child.stdin as Writable, stdin ?? '');
  for (const [index, bytes] of inputs.entries()) writeAll(child.stdio[1 + count + index] as Writable, bytes);

  await once(child, 'spawn');
  const pid = child.pid as number;
  const forget = killOnExit(pid);
  const exited = once(child, 'exit').then(([exitCode, signal]) => ({
    exitCode: (exitCode ?? undefined) as number | undefined,
    signal: (signal ?? undefined) as NodeJS.Signals | undefined,
    durationMs: performance.now() - startedAt,
  }));
  const ended = once(child, 'close').then(async (): Promise<ProcessEnd> => {
    forget();
    return {
      ...(await exited),
      outputs: outputs.map(({ chunks }) => Buffer.concat(chunks)),
      isTooLong: outputs.some(output => output.isTooLong),
    };
  });
  const written = (): number => outputs.reduce((sum, output) => sum + output.written, 0);
  const closeOutputs = (): void => {
    for (const stream of streams) stream.destroy();
  };
  // After the timers, the event loop reads from all streams. The immediates come next.
  const release = (): unknown => setTimeout(() => setImmediate(closeOutputs));
  return { pid, exited, ended, written, release };
}

/** Writes all of a program's input. */
function writeAll(stream: Writable, data: string | Uint8Array): void {
  stream.on('error', ignoreError);
  stream.end(data, () => stream.destroy());
}

/** A program need not read its input or keep its outputs open: an error of a pipe is no error of the run. */
function ignoreError(): void {}
