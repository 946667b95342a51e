import { LIMIT_MESSAGES } from '../contract/run-limits.ts';
import { declaration } from '../example/block-lines.ts';
import type { Example } from '../example/example.ts';
import { escapeSequence, UNSAFE } from '../text/invisible.ts';
import type { Run } from './run.ts';
import { lastLines, type RunProblem } from './run-problem.ts';
import { describeStacks } from './stacks.ts';

/** What is wrong with how a run ended; undefined if its process exited by itself, and all that it started. */
export function checkEnding(example: Example, run: Run): RunProblem | undefined {
  const detail = lastLines(run);
  if (example.contract.hangs === true && ['exited', 'timed-out', 'hung'].includes(run.ending))
    return notHung(example, run, detail);
  switch (run.ending) {
    case 'exited':
      return run.leftBehind.length === 0 ? undefined : { ...leftBehind(run.leftBehind), detail };
    case 'timed-out':
      return { ...timedOut(example, run.stacks, detail) };
    case 'signalled': {
      const title = `The process was ended by ${run.signal ?? 'a signal'}.`;
      return { title, detail, remedy: 'An example must end by itself.' };
    }
    case 'hung':
      return { title: 'It got stuck, and its contract does not say so.', detail, remedy: 'hangs = true' };
    default: {
      const [title, remedy] = LIMIT_MESSAGES[run.ending];
      return { title, detail, remedy };
    }
  }
}

/** Why a run that was to get stuck did not; undefined if it did. */
function notHung({ contract }: Example, run: Run, detail: string | undefined): RunProblem | undefined {
  if (run.ending === 'hung') return undefined;
  const { timeout } = contract;
  if (run.ending === 'exited') {
    const title = `It was to get stuck, and ended by itself with exit code ${run.exitCode}.`;
    const remedy =
      'Remove hangs, or force what it waits for: let each thread have its first lock, with a barrier.';
    return { title, detail, remedy };
  }
  const title = `It was to get stuck, and still moves: no ${timeout} s went by in which no thread computed.`;
  return { title, detail, remedy: 'Remove hangs; or let it wait without a timeout, and not in a loop.' };
}

function timedOut(example: Example, stacks: string | undefined, detail: string | undefined): RunProblem {
  const threads = stacks === undefined ? undefined : describeStacks(example, stacks);
  return {
    line: threads?.line,
    title: `Still running after ${example.contract.timeout} s.`,
    detail:
      threads === undefined ? detail : `Where its threads stood:\n${threads.text.replaceAll(/^/gm, '    ')}`,
    remedy: `Mend what it waits for${longer(example)}`,
  };
}

/** The most that a contract may set, in seconds. */
const MAX_TIMEOUT = 600;

function longer(example: Example): string {
  const { timeout } = example.contract;
  if (timeout >= MAX_TIMEOUT) return '.';
  const more = Math.min(MAX_TIMEOUT, Math.max(30, timeout * 3));
  return `, or give it longer${declaration([`timeout = ${more}`], example)}`;
}

/** Characters that a message shows of a command line. */
const MAX_CHARACTERS = 60;

function leftBehind([first = '', ...others]: readonly string[]): RunProblem {
  const count = others.length === 1 ? 'another process' : `${others.length} other processes`;
  const title =
    others.length === 0
      ? `The sample has ended; ${commandName(first)}, which it started, has not.`
      : `The sample has ended; ${commandName(first)} and ${count}, which it started, have not.`;
  return { title, remedy: 'Wait for each process that it starts: with join(), wait(), or a with block.' };
}

/**
 * A command line in a sentence: a program chooses its own, so it is one line, short, and without marks. The
 * folder of the program is left out: it may be one of the author's.
 */
function commandName(commandLine: string): string {
  const line = commandLine
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\S*\//, '');
  if (line === '') return 'a process';
  const short = line.length > MAX_CHARACTERS ? `${line.slice(0, MAX_CHARACTERS)}…` : line;
  return `\`${short.replaceAll('`', "'").replaceAll(UNSAFE, escapeSequence)}\``;
}
