import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Command, type Option } from 'commander';
import { EXIT, ProblemError, refusal } from '../../src/core/problems/problem.ts';
import { systemProblem } from '../../src/core/problems/system-error.ts';
import { textProblem } from '../../src/report/text.ts';

/** A command of this project. @param name its npm script @param options those that commands share */
export function command(name: string, description: string, options: readonly Option[] = []): Command {
  const program = new Command(`npm run ${name} --`)
    .description(description)
    .showHelpAfterError('(--help lists what there is)')
    .exitOverride(error => process.exit(error.exitCode === 0 ? EXIT.ok : EXIT.usage));
  for (const option of options) program.addOption(option);
  return program;
}

/**
 * Parses the command line and runs a command: the only place where a failure becomes text on stderr and an
 * exit code. @param work resolves to false if something fell short
 */
export async function runCli<Options>(
  program: Command,
  work: (options: Options) => Promise<boolean | undefined>,
): Promise<void> {
  try {
    process.exitCode = (await work(program.parse().opts() as Options)) === false ? EXIT.fellShort : EXIT.ok;
  } catch (error) {
    const { problems, exitCode } = error instanceof ProblemError ? error : toProblemError(error);
    process.stderr.write(`${problems.map(textProblem).join('\n\n')}\n`);
    process.exitCode = exitCode === EXIT.ok ? EXIT.fellShort : exitCode;
  }
}

/** A file that cannot be read or written → a problem. @throws any other error as it is: it is a bug */
function toProblemError(error: unknown): ProblemError {
  const { path } = error as NodeJS.ErrnoException;
  if (path === undefined) throw error;
  return new ProblemError([systemProblem(error, relative(process.cwd(), path) || '.')], EXIT.usage);
}

/** Parses a whole number of at least 1. @throws ProblemError with the exit code for wrong usage */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  const title = `"${text}" is not a whole number of at least 1.`;
  throw refusal({ file: 'command line', title, remedy: 'For example: 4' });
}

/** Gives a command a folder of its own, and removes it afterwards. */
export async function withTemporaryFolder(work: (folder: string) => Promise<void>): Promise<undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-command-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
