import { expectedExit, showsStderr } from '../contract/contract-schema.ts';
import { decode, type Example } from '../example/example.ts';
import { positionOfKey } from '../metadata/metadata-position.ts';
import type { Problem } from '../problems/problem.ts';
import { fail, type Result, succeed } from '../problems/result.ts';
import type { Run } from './run.ts';
import type { PrintedText } from '../contract/printed-text.ts';
import { stripVTControlCharacters } from 'node:util';

/** A run that did what its contract asks of the process itself → what it printed; else why not. */
export function outcome(example: Example, run: Run): Result<PrintedText> {
  const problem =
    checkEnding(example, run) ?? checkEncoding(run) ?? checkExit(example, run) ?? checkDuration(example, run);
  if (problem !== undefined) return fail({ ...problem, file: example.file });
  const out = decode(run.stdout) ?? '';
  const { underContention } = run;
  return succeed(
    showsStderr(example.contract)
      ? { out, err: decode(run.stderr) ?? '', underContention }
      : { out, underContention },
  );
}

type RunProblem = Omit<Problem, 'file'>;

function checkEnding({ contract, entry }: Example, run: Run): RunProblem | undefined {
  if (run.ending === 'timed-out') {
    return {
      line: lineOfStacks(entry, run.stacks),
      title: `Still running after ${contract.timeout} s.`,
      detail: run.stacks === undefined ? tail(run) : `Where its threads stood:\n${run.stacks}`,
      remedy: 'Mend what it waits for, or give it longer: timeout = 30',
    };
  }
  if (run.ending === 'output-limit')
    return { title: 'It printed more than a page can hold.', detail: tail(run), remedy: 'Print less.' };
  if (run.ending === 'process-limit')
    return {
      title: 'It started more processes than a sample may have at a time.',
      detail: tail(run),
      remedy: 'Start fewer, or wait for some before you start others.',
    };
  if (run.ending === 'signalled')
    return {
      title: `The process was ended by ${run.signal ?? 'a signal'}.`,
      detail: tail(run),
      remedy: 'An example must end by itself.',
    };
  if (run.leftBehind)
    return {
      title: 'It left processes behind.',
      detail: tail(run),
      remedy: 'Join every process that it starts.',
    };
  return undefined;
}

function checkEncoding({ stdout, stderr }: Run): RunProblem | undefined {
  for (const [name, bytes] of [
    ['stdout', stdout],
    ['stderr', stderr],
  ] as const) {
    const text = decode(bytes);
    if (text === undefined)
      return { title: `What it wrote to ${name} is not UTF-8.`, remedy: 'Print text, not bytes.' };
    if (text.includes('\0'))
      return {
        title: `It wrote a NUL character to ${name}, in line ${text.slice(0, text.indexOf('\0')).split('\n').length}.`,
        remedy: 'Print it as repr() does: \\x00',
      };
  }
  return undefined;
}

function checkExit({ contract, entry }: Example, run: Run): RunProblem | undefined {
  const expected = expectedExit(contract);
  const stderr = decode(run.stderr) ?? '';
  const raised = uncaught(stderr);
  if (contract.raises !== undefined && raised !== contract.raises) {
    return {
      line: lineOf(entry, stderr),
      title: `It was to end with an uncaught ${contract.raises}, and ${raised === undefined ? `exited with code ${run.exitCode}` : `ended with ${raised}`}.`,
      detail: tail(run),
      remedy: raised === undefined ? 'Remove raises, or raise it.' : `raises = "${raised}"`,
    };
  }
  if (run.exitCode !== expected) {
    return {
      line: lineOf(entry, stderr),
      title: `Exit code ${run.exitCode}, expected ${expected}${raised === undefined ? '' : `: uncaught ${raised}`}.`,
      detail: tail(run),
      remedy:
        raised === undefined
          ? `Mend it, or declare it: exit = ${run.exitCode}`
          : `Mend it, or declare it: raises = "${raised}"`,
    };
  }
  if (stderr !== '' && !showsStderr(contract)) {
    return {
      line: lineOf(entry, stderr),
      title: 'It wrote to stderr, which its contract does not declare.',
      detail: tail(run),
      remedy: 'Silence it, or declare it as part of the output: stderr = true',
    };
  }
  return undefined;
}

function checkDuration(
  { contract: { elapsed }, metadata, source }: Example,
  { durationMs }: Run,
): RunProblem | undefined {
  const seconds = durationMs / 1000;
  const { min = 0, max = Number.POSITIVE_INFINITY } = elapsed ?? {};
  if (seconds >= min && seconds <= max) return undefined;
  const bounds = [
    ...(elapsed?.min === undefined ? [] : [`min = ${Math.min(elapsed.min, Math.floor(seconds * 9) / 10)}`]),
    ...(elapsed?.max === undefined ? [] : [`max = ${Math.max(elapsed.max, Math.ceil(seconds * 15) / 10)}`]),
  ];
  const limit = seconds < min ? `at least ${min} s` : `at most ${max} s`;
  return {
    ...positionOfKey('elapsed', metadata, source),
    title: `It took ${seconds.toFixed(2)} s; its contract says ${limit}.`,
    remedy: `Mend the sample, or the bounds: elapsed = { ${bounds.join(', ')} }`,
  };
}

/** Type of the exception that a traceback on stderr ends with, without its module's builtins. */
function uncaught(stderr: string): string | undefined {
  const plain = stripVTControlCharacters(stderr);
  // An exception group prints its own traceback one step in, and those of its members further in.
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

/** The sample's own line that a traceback names last: where it was raised. */
function lineOf(entry: string, stderr: string): number | undefined {
  return ownLines(entry, stderr).at(-1);
}

/** The sample's own line that its main thread did not get past: that thread comes last, and in it the latest call first. */
function lineOfStacks(entry: string, stacks: string | undefined): number | undefined {
  return ownLines(entry, stacks?.split(/\(most recent call first\):$/m).at(-1) ?? '')[0];
}

function ownLines(entry: string, text: string): number[] {
  const frames = [...text.matchAll(/File "(?<file>[^"]+)", line (?<line>\d+)/g)];
  return frames
    .filter(({ groups }) => groups?.file === entry || groups?.file?.endsWith(`/${entry}`) === true)
    .map(({ groups }) => Number(groups?.line));
}

/** Lines, and characters of each, that show enough of what went wrong. */
const SHOWN = { lines: 20, characters: 500 } as const;

/** The last lines of what a run printed, for a message; of a very long one, its beginning. */
function tail({ stdout, stderr }: Run): string | undefined {
  const text = new TextDecoder().decode(stderr.length > 0 ? stderr : stdout);
  const lines = text.trimEnd().split('\n').slice(-SHOWN.lines);
  return text === ''
    ? undefined
    : lines
        .map(
          line =>
            `    ${line.length > SHOWN.characters ? `${line.slice(0, SHOWN.characters)} … and ${line.length - SHOWN.characters} more characters` : line}`,
        )
        .join('\n');
}
