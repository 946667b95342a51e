import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { endWithUs } from './live-groups.ts';
import { signalGroup } from './process-group.ts';

/** A program to start in a process group of its own, with just this environment. */
export interface Program {
  readonly command: string;
  readonly words: readonly string[];
  readonly cwd?: string | undefined;
  readonly env: Readonly<Record<string, string>>;
  /** What it reads on standard input; absent: nothing. */
  readonly stdin?: string | undefined;
  /** What the file descriptors after the outputs give. */
  readonly inputs: readonly Uint8Array[];
  /** Bytes of one output; beyond that it is killed. */
  readonly maxBytes: number;
}

/** What came of it. */
export interface Ended {
  readonly exitCode: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  /** What it wrote on the descriptors 1, 2 and 3. */
  readonly outputs: readonly [Buffer, Buffer, Buffer];
  readonly isTooLong: boolean;
}

export interface Started {
  /** Also that of its process group. */
  readonly pid: number;
  readonly child: ChildProcess;
  /** Resolves when it has ended and all of its outputs are closed. */
  readonly ended: Promise<Ended>;
}

/** Descriptors that are read: the standard ones, and that by which the harness tells. */
const OUTPUTS = [1, 2, 3] as const;

/**
 * Starts a program. Node's own `spawn`: a run costs few milliseconds, and what a library does beside would be a part of them.
 * @throws Error where it cannot be started
 */
export async function start({ command, words, cwd, env, stdin, inputs, maxBytes }: Program): Promise<Started> {
  const stdio: StdioOptions = [stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe', 'pipe', ...inputs.map(() => 'pipe' as const)];
  const child = spawn(command, words, { cwd, env, stdio, detached: true });
  const { pid } = child;
  if (pid === undefined) throw await new Promise((resolve) => child.once('error', resolve));
  const release = endWithUs(pid);
  const streams = child.stdio as readonly (Readable | Writable | null | undefined)[];
  // Who ends before all was read, or closes a pipe, breaks nothing of ours.
  for (const stream of streams) stream?.on('error', () => undefined);
  if (stdin !== undefined) (streams[0] as Writable).end(stdin);
  inputs.forEach((bytes, index) => (streams[OUTPUTS.length + 1 + index] as Writable).end(bytes));
  let isTooLong = false;
  const outputs = OUTPUTS.map((descriptor) => gather(streams[descriptor] as Readable, maxBytes, () => {
    isTooLong = true;
    signalGroup(pid, 'SIGKILL');
  }));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code, signal) => {
    release();
    const [out, err, told] = outputs.map((output) => Buffer.concat(output)) as [Buffer, Buffer, Buffer];
    resolve({ exitCode: code ?? undefined, signal: signal ?? undefined, outputs: [out, err, told], isTooLong });
  }));
  return { pid, child, ended };
}

/** The chunks of an output as they come, no more than `maxBytes` in all. */
function gather(stream: Readable, maxBytes: number, onTooLong: () => void): readonly Buffer[] {
  const chunks: Buffer[] = [];
  let room = maxBytes;
  stream.on('data', (chunk: Buffer) => {
    if (chunk.length > room) onTooLong();
    if (room > 0) chunks.push(chunk.subarray(0, room));
    room = Math.max(0, room - chunk.length);
  });
  return chunks;
}
