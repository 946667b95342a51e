import { readFile } from 'node:fs/promises';
import { execa, type Options } from 'execa';
import { ProblemError } from '../core/problem.ts';

/** What one run of a command cost. */
export interface Measurement {
  readonly wallSeconds: number;
  /** Of the command and of every process that it waited for; absent where the system does not tell (only Linux does). */
  readonly cpuSeconds: number | undefined;
  /** The most memory that the command's own process held, without the processes that it started; absent as above. */
  readonly peakBytes: number | undefined;
}

/** A command to measure. */
export interface Contender {
  readonly name: string;
  readonly command: string;
  readonly words: readonly string[];
  readonly options: Options;
  /** Exit codes that say that it did its work. */
  readonly exits: readonly number[];
}

const TICKS_PER_SECOND = 100;
const LOOK_EVERY_MS = 20;

/** Runs a command to its end. @throws ProblemError where it ends otherwise than it should: its time would say nothing */
export async function measure({ name, command, words, options, exits }: Contender): Promise<Measurement> {
  const cpuBefore = await childrenSeconds();
  const started = performance.now();
  const subprocess = execa(command, words, { ...options, reject: false, all: true });
  let peakBytes: number | undefined;
  // The mark only rises, so the last look before the end is what counts.
  const timer = setInterval(() => void highWaterMark(subprocess.pid).then((bytes) => {
    peakBytes = bytes ?? peakBytes;
  }), LOOK_EVERY_MS);
  const { exitCode, all } = await subprocess;
  const wallSeconds = (performance.now() - started) / 1000;
  clearInterval(timer);
  if (exitCode === undefined || !exits.includes(exitCode)) {
    throw new ProblemError([{ file: name, title: `It ended with ${exitCode ?? 'a signal'} instead of ${exits.join(' or ')}.`, detail: String(all ?? '').split('\n').slice(-20).join('\n'), remedy: 'Mend that first: its time says nothing.' }]);
  }
  const cpuAfter = await childrenSeconds();
  return { wallSeconds, cpuSeconds: cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore, peakBytes };
}

/** CPU time of all processes that this one has waited for, and that those have, https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
async function childrenSeconds(): Promise<number | undefined> {
  const text = await readFile('/proc/self/stat', 'latin1').catch(() => undefined);
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields === undefined ? undefined : (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
}

async function highWaterMark(pid: number | undefined): Promise<number | undefined> {
  const text = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '');
  const kibibytes = /^VmHWM:\s*(\d+) kB$/m.exec(text)?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}
