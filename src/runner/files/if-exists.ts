import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusal } from '../../core/problems/problem.ts';
import { systemProblem } from '../../core/problems/system-error.ts';

/** What `read` returns; undefined if there is no such file. */
export function ifExists<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A file of the project; undefined if there is none. @throws ProblemError if it cannot be read */
export function readIfExists(root: string, file: string): Buffer | undefined {
  try {
    return ifExists(() => readFileSync(join(root, file)));
  } catch (error) {
    throw refusal(systemProblem(error, file));
  }
}
