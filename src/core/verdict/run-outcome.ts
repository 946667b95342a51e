import { stripVTControlCharacters } from 'node:util';
import { expectedExit, showsStderr } from '../contract/contract-schema.ts';
import type { PrintedText } from '../contract/printed-text.ts';
import { checkCharacters } from './check-characters.ts';
import { decode, type Example } from '../example/example.ts';
import { positionOfKey } from '../example/metadata.ts';
import type { Problem } from '../problems/problem.ts';
import { fail, type Result, succeed } from '../problems/result.ts';
import type { Run } from './run.ts';

type RunProblem = Omit<Problem, 'file'>;

/** What a run printed; a problem if its process did not do what the contract promises. */
export function outcome(example: Example, run: Run): Result<PrintedText> {
  const problem =
    checkEnding(example, run) ??
    checkEncoding(run) ??
    checkExit(example, run) ??
    checkStderr(example, run) ??
    checkDuration(example, run);
  if (problem !== undefined) return fail({ ...problem, file: example.file });
  const out = decode(run.stdout) ?? '';
  const err = showsStderr(example.contract) ? (decode(run.stderr) ?? '') : undefined;
  return succeed({ out, err, underContention: run.underContention });
}

function checkEnding({ contract, entry }: Example, run: Run): RunProblem | undefined {
  if (run.ending === 'exited' && !run.leftBehind) return undefined;
  const detail = lastLines(run);
  if (run.ending === 'timed-out')
    return {
      // The main thread comes last, its latest call first: the sample's line at which it waits.
      line: linesOf(entry, run.stacks?.split(/\(most recent call first\):$/m).at(-1) ?? '')[0],
      title: `Still running after ${contract.timeout} s.`,
      detail: run.stacks === undefined ? detail : `Where its threads stood:\n${run.stacks}`,
      remedy: 'Mend what it waits for, or give it longer: timeout = 30',
    };
  const [title, remedy] = {
    exited: ['It left processes behind.', 'Join every process that it starts.'],
    signalled: [`The process was ended by ${run.signal ?? 'a signal'}.`, 'An example must end by itself.'],
    'output-limit': ['It printed more than a page can hold.', 'Print less.'],
    'process-limit': [
      'It started more processes than a sample may have at a time.',
      'Start fewer, or wait for some before you start others.',
    ],
  }[run.ending] as [title: string, remedy: string];
  return { title, detail, remedy };
}

function checkEncoding({ stdout, stderr }: Run): RunProblem | undefined {
  for (const [name, bytes] of Object.entries({ stdout, stderr })) {
    const text = decode(bytes);
    if (text === undefined)
      return { title: `What it wrote to ${name} is not UTF-8.`, remedy: 'Print text, not bytes.' };
    const problem = checkCharacters(text, name as 'stdout' | 'stderr');
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function checkExit({ contract, entry }: Example, run: Run): RunProblem | undefined {
  const stderr = decode(run.stderr) ?? '';
  const raised = uncaughtException(stderr);
  const shown = { line: linesOf(entry, stderr).at(-1), detail: lastLines(run) };
  const { raises } = contract;
  if (raises !== undefined && raised !== raises) {
    const ending = raised === undefined ? `exited with code ${run.exitCode}` : `ended with ${raised}`;
    const remedy = raised === undefined ? 'Remove raises, or raise it.' : `raises = "${raised}"`;
    return { ...shown, title: `It was to end with an uncaught ${raises}, and ${ending}.`, remedy };
  }
  const expected = expectedExit(contract);
  if (run.exitCode === expected) return undefined;
  const [cause, declaration] =
    raised === undefined ? ['', `exit = ${run.exitCode}`] : [`: uncaught ${raised}`, `raises = "${raised}"`];
  const title = `Exit code ${run.exitCode}, expected ${expected}${cause}.`;
  return { ...shown, title, remedy: `Mend it, or declare it: ${declaration}` };
}

function checkStderr({ contract, entry }: Example, run: Run): RunProblem | undefined {
  const stderr = decode(run.stderr) ?? '';
  if (stderr === '' || showsStderr(contract)) return undefined;
  return {
    line: linesOf(entry, stderr).at(-1),
    title: 'It wrote to stderr, which its contract does not declare.',
    detail: lastLines(run),
    remedy: 'Silence it, or declare it as part of the output: stderr = true',
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
    remedy: `Mend the sample, or the bounds: elapsed = { ${bounds.join(', ')} }`,
  };
}

/** Type of the exception at the end of a traceback on stderr. */
function uncaughtException(stderr: string): string | undefined {
  const plain = stripVTControlCharacters(stderr);
  // An exception group indents its own traceback once, and those of its members further.
  const traceback = [
    ...plain.matchAll(/^(?<group> {2}\+ Exception Group )?Traceback \(most recent call last\):$/gm),
  ].at(-1);
  if (traceback === undefined) return /^(SyntaxError|IndentationError|TabError)\b/m.exec(plain)?.[1];
  const type =
    traceback.groups?.group === undefined
      ? /^(?<type>[A-Za-z_][\w.]*)(?::|$)/m
      : /^ {2}\| (?<type>[A-Za-z_][\w.]*)(?::|$)/m;
  return type.exec(plain.slice(plain.indexOf('\n', traceback.index) + 1))?.groups?.type;
}

/** The lines of the sample's own file that a traceback names, in its order. */
function linesOf(entry: string, traceback: string): number[] {
  return [...traceback.matchAll(/File "(?<file>[^"]+)", line (?<line>\d+)/g)]
    .filter(({ groups }) => groups?.file === entry || groups?.file?.endsWith(`/${entry}`) === true)
    .map(({ groups }) => Number(groups?.line));
}

/** What a message shows of an output: lines, and characters of each. */
const MAX_LINES = 20;
const MAX_CHARACTERS = 500;

/** The last lines that a run printed, for a message; the beginning of very long ones. */
function lastLines({ stdout, stderr }: Run): string | undefined {
  const text = new TextDecoder().decode(stderr.length > 0 ? stderr : stdout);
  if (text === '') return undefined;
  const lines = text.trimEnd().split('\n').slice(-MAX_LINES);
  const shown = lines.map(line => {
    const omitted = line.length - MAX_CHARACTERS;
    return omitted <= 0 ? line : `${line.slice(0, MAX_CHARACTERS)} … and ${omitted} more characters`;
  });
  return shown.map(line => `    ${line}`).join('\n');
}
