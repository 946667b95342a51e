import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type News, NEWS, orderToRelease, orderToStart, type Program, readNews } from './protocol.ts';

const LAUNCHER = fileURLToPath(new URL('launcher.py', import.meta.url));

/** How a program ended. */
export interface Exit {
  /** Below zero: the number of the signal that ended it. */
  readonly code: number;
  /** From its start to its end. */
  readonly durationMs: number;
}

/** Told of a program what becomes of it, in this order, but that outputs may come after its end. */
export interface Listener {
  readonly onStart: (pid: number) => void;
  readonly onOutput: (descriptor: 1 | 2 | 3, bytes: Buffer) => void;
  readonly onExit: (exit: Exit) => void;
  /** It has ended, and nothing more comes. */
  readonly onClose: () => void;
  /** It could not be started, or the launcher was ended: nothing follows. */
  readonly onFailure: (error: Error) => void;
}

/** A small process that starts programs for this one: see `launcher.py`. */
export class Launcher {
  readonly #process: ChildProcess;
  readonly #listeners = new Map<number, Listener>();
  #last = 0;
  #rest: Buffer = Buffer.alloc(0);
  #complaints = '';
  /** Whether it has ended: then there has to be another one. */
  isGone = false;

  /** @param python an interpreter to run it with */
  constructor(python: string) {
    // In a session of its own: what a terminal sends to end this program, it sends to the whole group.
    this.#process = spawn(python, ['-I', '-S', LAUNCHER], {
      env: {},
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    const { stdin, stdout, stderr } = this.#process;
    stdout?.on('data', (bytes: Buffer) => this.#hear(bytes));
    stderr?.on('data', (bytes: Buffer) => (this.#complaints += bytes));
    // Who has ended reads nothing; that it has, `close` tells.
    stdin?.on('error', () => undefined);
    this.#process.once('error', error => this.#end(error));
    this.#process.once('close', (code, signal) =>
      this.#end(
        new Error(
          `The launcher of runs was ended by ${signal ?? `itself, with ${code}`}.\n${this.#complaints}`.trim(),
        ),
      ),
    );
    this.#process.unref();
    for (const stream of [stdin, stdout, stderr]) (stream as unknown as Socket | null)?.unref();
  }

  /** Starts a program in a session of its own. @throws Error where no program can get what it is to get @returns asks for the end of its outputs, whoever holds them */
  launch(program: Program, listener: Listener): () => void {
    const number = (this.#last += 1);
    const order = orderToStart(number, program);
    // Only while there is something to wait for does it keep this process alive.
    if (this.#listeners.size === 0) (this.#process.stdout as Socket | null)?.ref();
    this.#listeners.set(number, listener);
    this.#process.stdin?.write(order);
    return () => {
      if (this.#listeners.has(number)) this.#process.stdin?.write(orderToRelease(number));
    };
  }

  #hear(bytes: Buffer): void {
    const { news, rest } = readNews(this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]));
    this.#rest = rest;
    for (const each of news) this.#tell(each);
  }

  #tell({ number, kind, data }: News): void {
    const listener = this.#listeners.get(number);
    if (listener === undefined) return;
    if (kind === NEWS.started) listener.onStart(Number(data));
    else if (kind === NEWS.exited) {
      const [code, durationMs] = String(data).split(' ').map(Number) as [number, number];
      listener.onExit({ code, durationMs });
    } else if (kind < NEWS.started) listener.onOutput(kind as 1 | 2 | 3, data);
    else {
      this.#forget(number);
      if (kind === NEWS.closed) listener.onClose();
      else listener.onFailure(new Error(String(data)));
    }
  }

  #forget(number: number): void {
    this.#listeners.delete(number);
    if (this.#listeners.size === 0) (this.#process.stdout as Socket | null)?.unref();
  }

  #end(error: Error): void {
    this.isGone = true;
    for (const [number, listener] of this.#listeners) {
      this.#forget(number);
      listener.onFailure(error);
    }
  }
}
