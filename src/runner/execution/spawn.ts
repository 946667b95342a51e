import { type Exit, Launcher } from './launcher/launcher.ts';
import type { Program } from './launcher/protocol.ts';
import { endWithUs } from './kill-on-exit.ts';
import { Output } from './capped-buffer.ts';
import { signalGroup } from '../process/process-group.ts';
import { signalName } from '../process/signal-name.ts';

/** A program to start in a process group of its own, with just this environment. */
export interface Order extends Program {
  /** Bytes of one output; beyond that it is killed. */
  readonly maxBytes: number;
}

/** What came of it. */
export interface Ended {
  readonly exitCode: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  /** From its start to its end. */
  readonly durationMs: number;
  /** What it wrote on the descriptors 1, 2 and 3. */
  readonly outputs: readonly [Buffer, Buffer, Buffer];
  readonly isTooLong: boolean;
}

export interface Started {
  /** Also that of its process group. */
  readonly pid: number;
  /** Resolves when it has ended. */
  readonly exited: Promise<void>;
  /** Resolves when all of its outputs are closed too. @throws Error where its launcher was ended */
  readonly ended: Promise<Ended>;
  /** Bytes that it has written so far. */
  readonly written: () => number;
  /** Closes its outputs, whoever else holds them open; what was written until then is read. */
  readonly release: () => void;
}

let launcher: Launcher | undefined;

/**
 * Starts a program.
 * @param python an interpreter that starts it: whichever, it does nothing else
 * @throws Error where it cannot be started
 */
export async function start({ maxBytes, ...program }: Order, python: string): Promise<Started> {
  if (launcher === undefined || launcher.isGone) launcher = new Launcher(python);
  const outputs = [new Output(maxBytes), new Output(maxBytes), new Output(maxBytes)] as const;
  const [began, exited, closed] = [
    Promise.withResolvers<number>(),
    Promise.withResolvers<Exit>(),
    Promise.withResolvers<void>(),
  ];
  const release = launcher.launch(program, {
    onStart: began.resolve,
    onOutput: (descriptor, bytes) => outputs[descriptor - 1]?.add(bytes),
    onExit: exited.resolve,
    onClose: closed.resolve,
    onFailure: error => [began, exited, closed].forEach(({ reject }) => reject(error)),
  });
  const ended = Promise.all([exited.promise, closed.promise]).then(([{ code, durationMs }]): Ended => ({
    exitCode: code < 0 ? undefined : code,
    signal: signalName(-code),
    durationMs,
    outputs: [outputs[0].bytes, outputs[1].bytes, outputs[2].bytes],
    isTooLong: outputs.some(({ isTooLong }) => isTooLong),
  }));
  const gone = exited.promise.then(() => undefined);
  // Where it cannot be started, nobody waits for its end.
  for (const each of [ended, gone]) each.catch(() => undefined);
  const pid = await began.promise;
  const forget = endWithUs(pid);
  void ended.finally(forget).catch(() => undefined);
  for (const output of outputs) output.onTooLong = () => signalGroup(pid, 'SIGKILL');
  return {
    pid,
    exited: gone,
    ended,
    written: () => outputs.reduce((sum, { written }) => sum + written, 0),
    release,
  };
}
