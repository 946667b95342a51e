import type { Problem } from '../problems/problem.ts';
import { shownOutput } from '../text/plain-output.ts';
import type { Run } from './run.ts';

/** What is wrong with a run of an example; the file is that of the example. */
export type RunProblem = Omit<Problem, 'file'>;

/** The lines of the sample's own file that a traceback names, in its order. */
export function linesOf(entry: string, traceback: string): number[] {
  return [...traceback.matchAll(/File "(?<file>[^"]+)", line (?<line>\d+)/g)]
    .filter(({ groups }) => groups?.file === entry || groups?.file?.endsWith(`/${entry}`) === true)
    .map(({ groups }) => Number(groups?.line));
}

/** What a message shows of an output: lines, and characters of each. */
const MAX_LINES = 20;
const MAX_CHARACTERS = 500;

/** The last lines that a run printed, for a message; the beginning of very long ones. */
export function lastLines({ stdout, stderr }: Run): string | undefined {
  const text = shownOutput(new TextDecoder().decode(stderr.length > 0 ? stderr : stdout));
  if (text === '') return undefined;
  const lines = text.trimEnd().split('\n').slice(-MAX_LINES);
  const shown = lines.map(line => {
    const omitted = line.length - MAX_CHARACTERS;
    return omitted <= 0 ? line : `${line.slice(0, MAX_CHARACTERS)} … and ${omitted} more characters`;
  });
  return shown.map(line => `    ${line}`).join('\n');
}
