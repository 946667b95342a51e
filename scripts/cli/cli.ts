import { relative } from 'node:path';
import { Command, Option } from 'commander';
import { isStrict } from '../../src/core/ledger/ledger.ts';
import { systemProblem } from '../../src/core/problems/system-error.ts';
import { EXIT, ProblemError } from '../../src/core/problems/problem.ts';
import { textProblem } from '../../src/report/formats/text.ts';
import { SEAL_POLICIES } from '../../src/runner/sandbox/sandbox.ts';

/** A command of this project. */
export function command(name: string, description: string): Command {
  return new Command(`npm run ${name} --`)
    .description(description)
    .showHelpAfterError('(--help tells what there is)')
    .exitOverride(error => process.exit(error.exitCode === 0 ? EXIT.ok : EXIT.usage));
}

/** The option of commands that look at examples. */
export function withExamples(program: Command): Command {
  return program.option('--examples <dir>', 'folder of the examples, relative to the project', 'examples');
}

/** The option of commands that run examples. */
export function withPython(program: Command): Command {
  return program.option('--python <path-or-version>', 'interpreter to use; may be repeated', collect, []);
}

/** The option of commands that run examples which somebody else may have written. */
export function withSeal(program: Command): Command {
  return program.addOption(
    new Option(
      '--seal <policy>',
      'seal runs off from this machine where that works, insist on it, or leave it',
    )
      .choices(SEAL_POLICIES)
      .default(strict ? 'required' : 'auto', 'auto; required when CI is set'),
  );
}

/** The option of commands that end with a ledger. */
export function withReport(program: Command): Command {
  return program.option(
    '--report <kind[=file]>',
    'text, github, json or markdown; may be repeated',
    collect,
    [],
  );
}

/** The option of commands that may judge again what was run elsewhere. */
export function withRuns(program: Command): Command {
  return program.addOption(
    new Option(
      '--runs <file>',
      'judge the verified runs in this file, which merge wrote, in place of new ones; where CI is set too',
    ).conflicts('fresh'),
  );
}

/** Gathers an option that may be given more than once. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** Runs what a command does: the one place where a failure becomes text on stderr and an exit code. */
export async function atTheEdge(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    const { problems, exitCode } = error instanceof ProblemError ? error : refusedBySystem(error);
    process.stderr.write(`${problems.map(textProblem).join('\n\n')}\n`);
    process.exitCode = exitCode === EXIT.ok ? EXIT.fellShort : exitCode;
  }
}

/** A file that cannot be read or written is no mistake of ours; what else is thrown is one, and keeps its stack. */
function refusedBySystem(error: unknown): ProblemError {
  const { path } = error as NodeJS.ErrnoException;
  if (path === undefined) throw error;
  return new ProblemError([systemProblem(error, relative(process.cwd(), path) || '.')], EXIT.usage);
}

/** A whole number of at least 1, or a usage error. */
export function positive(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new ProblemError(
    [
      {
        file: 'command line',
        title: `"${text}" is not a whole number of at least 1.`,
        remedy: 'For example: 4',
      },
    ],
    EXIT.usage,
  );
}

/** Whether this is a continuous-integration run, where nothing may be skipped. */
export const strict: boolean = isStrict(process.env.CI);
