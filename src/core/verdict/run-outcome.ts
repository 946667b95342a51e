import {
  expectedExit,
  INTERRUPT,
  INTERRUPT_EXIT,
  showsStderr,
  SYSTEM_EXIT,
} from '../contract/tables/expected-exit.ts';
import type { PrintedText } from '../printed-text.ts';
import { checkCharacters } from './written/check-characters.ts';
import { writtenArtifacts } from './written/written-artifacts.ts';
import { declaration } from '../example/block-lines.ts';
import { decode, type Example } from '../example/example.ts';
import { positionOfKey } from '../example/metadata.ts';
import { fail, type Result } from '../problems/result.ts';
import { checkEnding } from './check-ending.ts';
import { exceptionRemedy } from './exception-remedies.ts';
import type { Run } from './run.ts';
import { watchedOutcome } from './watched/watched-outcome.ts';
import { lastLines, linesOf, type RunProblem } from './run-problem.ts';
import { checkTerminal } from './terminal/check-terminal.ts';
import { errorText } from './terminal/error-text.ts';
import { uncaughtException } from './uncaught-exception.ts';

/** What a run printed; a problem if its process did not do what the contract promises. */
export function outcome(example: Example, run: Run): Result<PrintedText> {
  const problem =
    checkTerminal(example, run) ??
    (isInterrupt(example, run) ? undefined : checkEnding(example, run)) ??
    checkEncoding(example, run) ??
    checkExit(example, run) ??
    checkStderr(example, run) ??
    checkDuration(example, run);
  if (problem !== undefined) return fail({ ...problem, file: example.file });
  const { value: artifacts, problems } = writtenArtifacts(example, run);
  if (problems !== undefined) return fail(...problems);
  const out = decode(run.stdout) ?? '';
  const err = showsStderr(example.contract) ? (decode(run.stderr) ?? '') : undefined;
  return watchedOutcome(example, run.events ?? '', {
    out,
    err,
    artifacts,
    underContention: run.underContention,
  });
}

function checkEncoding(example: Example, { stdout, stderr }: Run): RunProblem | undefined {
  for (const [name, bytes] of Object.entries({ stdout, stderr })) {
    const text = decode(bytes);
    if (text === undefined)
      return { title: `What it wrote to ${name} is not UTF-8.`, remedy: 'Print text, not bytes.' };
    const problem = checkCharacters(text, name);
    if (problem === undefined) continue;
    const { isForTerminals, title, remedy } = problem;
    if (!isForTerminals || example.contract.terminal !== undefined) return { title, remedy };
    const terminal = declaration(['terminal = true'], example);
    return { title, remedy: `${remedy}\nA terminal carries it out. Declare one${terminal}` };
  }
  return undefined;
}

function checkExit(example: Example, run: Run): RunProblem | undefined {
  const { contract, entry } = example;
  if (contract.hangs === true) return undefined;
  const errors = errorText(contract, run);
  const raised = uncaughtException(errors);
  const shown = { line: linesOf(entry, errors).at(-1), detail: lastLines(run) };
  const { raises } = contract;
  const exitCode = isInterrupt(example, run) ? INTERRUPT_EXIT : run.exitCode;
  // An uncaught SystemExit leaves no traceback: only the exit code shows it.
  const isShown = raises === SYSTEM_EXIT ? raised === undefined : raised === raises;
  if (raises !== undefined && !isShown) {
    const ending = raised === undefined ? `exited with code ${exitCode}` : `ended with ${raised}`;
    const remedy =
      raised === undefined
        ? 'Remove raises, or raise it.'
        : `Mend it, or declare it${declaration([`raises = "${raised}"`], example)}`;
    return { ...shown, title: `It was to end with an uncaught ${raises}, and ${ending}.`, remedy };
  }
  const expected = expectedExit(contract);
  if (exitCode === expected) return undefined;
  const [cause, line] =
    raised === undefined ? ['', `exit = ${exitCode}`] : [`: uncaught ${raised}`, `raises = "${raised}"`];
  const title = `Exit code ${exitCode}, expected ${expected}${cause}.`;
  // A contract cannot declare what a shell takes for the number of a signal.
  const isSignal = raised === undefined && exitCode !== undefined && exitCode > 128 && exitCode <= 192;
  const remedy =
    (raised === undefined ? undefined : exceptionRemedy(raised, errors, example)) ??
    (isSignal
      ? 'Let it end with another code: from 129 to 192 they mean that a signal ended it.'
      : `Mend it, or declare it${declaration([line], example)}`);
  return { ...shown, title, remedy };
}

/** Whether nothing but the exit code shows that a run fell short: no exception cut its output. */
export function hasOtherExit({ contract }: Example, run: Run): boolean {
  const { ending, exitCode } = run;
  const isRaised = uncaughtException(errorText(contract, run)) !== undefined || contract.raises !== undefined;
  return ending === 'exited' && !isRaised && exitCode !== expectedExit(contract);
}

function checkStderr(example: Example, run: Run): RunProblem | undefined {
  const { contract, entry } = example;
  if (run.stderr.length === 0 || showsStderr(contract)) return undefined;
  return {
    line: linesOf(entry, errorText(contract, run)).at(-1),
    title: 'It wrote to stderr, which its contract does not declare.',
    detail: lastLines(run),
    remedy: `Silence it, or declare it as part of the output${declaration(['stderr = true'], example)}`,
  };
}

function checkDuration(example: Example, { durationMs }: Run): RunProblem | undefined {
  const seconds = durationMs / 1000;
  const { min, max } = example.contract.elapsed ?? {};
  const isTooShort = min !== undefined && seconds < min;
  if (!isTooShort && (max === undefined || seconds <= max)) return undefined;
  // Bounds to paste that hold for this run, with some room.
  const bounds = [
    ...(min === undefined ? [] : [`min = ${Math.min(min, Math.floor(seconds * 9) / 10)}`]),
    ...(max === undefined ? [] : [`max = ${Math.max(max, Math.ceil(seconds * 15) / 10)}`]),
  ];
  const limit = isTooShort ? `at least ${min} s` : `at most ${max} s`;
  return {
    ...positionOfKey('elapsed', example),
    title: `It took ${seconds.toFixed(2)} s; its contract says ${limit}.`,
    remedy: `Mend the sample, or the bounds${declaration([`elapsed = { ${bounds.join(', ')} }`], example)}`,
  };
}

/** CPython ends itself with SIGINT after an uncaught KeyboardInterrupt, so that its parent stops too. */
function isInterrupt({ contract }: Example, run: Run): boolean {
  const isSignal = run.ending === 'signalled' && run.signal === 'SIGINT' && run.leftBehind.length === 0;
  return isSignal && uncaughtException(errorText(contract, run)) === INTERRUPT;
}
