import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { EXIT, type Problem, ProblemError } from '../../src/core/problems/problem.ts';
import { systemProblem } from '../../src/core/problems/system-error.ts';
import { printError } from '../../src/report/print.ts';
import { textProblem } from '../../src/report/text.ts';

/** Prints why a command ends, and sets its exit code. A bug is a sentence too; its stack goes into a file. */
export function reportFailure(error: unknown): void {
  const { problems, exitCode } = error instanceof ProblemError ? error : toProblemError(error);
  printError(problems.map(textProblem).join('\n\n'));
  process.exitCode = exitCode === EXIT.ok ? EXIT.fellShort : exitCode;
}

/** What the operating system refused, or a bug → a problem. */
function toProblemError(error: unknown): ProblemError {
  const { path, syscall = '' } = error as NodeJS.ErrnoException;
  const shown = path === undefined ? syscall.split(' ')[0] : relative(process.cwd(), path) || '.';
  try {
    // An error of the system without a path is one of starting a program.
    return new ProblemError([systemProblem(error, shown || 'system')], EXIT.usage);
  } catch {
    return new ProblemError([bugProblem(error)], EXIT.fellShort);
  }
}

function bugProblem(error: unknown): Problem {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const title = `This is a bug in Verbatim: ${message.split('\n')[0]}`;
  if (process.env.DEBUG)
    return { file: 'verbatim', title, detail: stack, remedy: 'Report it with the lines above.' };
  const file = join(tmpdir(), `verbatim-bug-${process.pid}.txt`);
  try {
    writeFileSync(file, `${stack}\n`, { flag: 'wx', mode: 0o600 });
  } catch {
    return {
      file: 'verbatim',
      title,
      remedy: 'To see where, run it once more with DEBUG=1 before the command.',
    };
  }
  return { file: 'verbatim', title, remedy: `Report it with the content of ${file}` };
}
