import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, type Option } from 'commander';
import { EXIT, refusal } from '../../src/core/problems/problem.ts';
import { printError } from '../../src/report/print.ts';
import { closeInheritedDescriptors } from '../../src/runner/execution/inherited-descriptors.ts';
import { OWNER } from '../../src/runner/files/process-tag.ts';
import { userCache } from '../../src/runner/files/user-cache.ts';
import { endOnSignals } from './end-on-signals.ts';
import { reportFailure } from './report-failure.ts';

/** A command of this project. @param name its npm script @param options those that commands share */
export function command(name: string, description: string, options: readonly Option[] = []): Command {
  const program = new Command(`npm run ${name} --`)
    .description(description)
    .showHelpAfterError('(--help lists what there is)')
    .configureOutput({ writeErr: text => printError(text), outputError: text => printError(text) })
    .exitOverride(error => process.exit(error.exitCode === 0 ? EXIT.ok : EXIT.usage));
  for (const option of options) program.addOption(option);
  return program;
}

/**
 * Parses the command line and runs a command: the only place where a failure becomes text on stderr and an
 * exit code. @param work resolves to false if something fell short
 * @param ends whether signals end it here; false if `work` ends itself on a signal
 */
export async function runCli<Options>(
  program: Command,
  work: (options: Options) => Promise<boolean | undefined>,
  ends = true,
): Promise<void> {
  // Before packages open anything of their own.
  closeInheritedDescriptors();
  // An error outside of `work`, such as that of a timer of a package, has no other place to go.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, error => {
      reportFailure(error);
      process.exit();
    });
  // A reader such as `head` may end early. The command still does its work, and its exit code is right.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  if (ends) endOnSignals();
  try {
    const options = program.parse().opts() as Options;
    const { note } = userCache();
    if (note !== undefined) printError(note);
    process.exitCode = (await work(options)) === false ? EXIT.fellShort : EXIT.ok;
  } catch (error) {
    reportFailure(error);
  }
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** Parses a whole number from 1 to a million. @throws ProblemError with the exit code for wrong usage */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= 1_000_000) return value;
  const title = `"${text}" is not a whole number from 1 to 1000000.`;
  throw refusal({ file: 'command line', title, remedy: 'For example: 4' });
}

/** Gives a command a folder of its own, and removes it afterwards. */
export async function withTemporaryFolder(work: (folder: string) => Promise<void>): Promise<undefined> {
  const folder = await mkdtemp(join(tmpdir(), `verbatim-${OWNER}-`));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
