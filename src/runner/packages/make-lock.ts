import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Example } from '../../core/example/example.ts';
import { positionOfKey } from '../../core/example/metadata.ts';
import { blockLines, lockFile, lockText, parseLock } from '../../core/packages/lock.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { withFileProblem } from '../../core/problems/system-error.ts';
import { type Interpreter, lowestMinor } from '../../core/python-version.ts';
import { temporaryBeside } from '../files/temporary-folder.ts';
import { CACHE_PATHS } from '../files/state-paths.ts';
import type { CacheFolder } from '../files/user-cache.ts';
import { runUv } from './run-uv.ts';
import { lockWords } from './uv-faults.ts';
import { findUv } from './uv-program.ts';

/**
 * Asks the index for the packages of a sample, for all interpreters that its block permits, and all systems.
 * Versions of the lock before stay where they fit.
 * @param upgrade whether newer versions take their place
 * @returns the text of the lock
 * @throws ProblemError if the cache folder cannot be written
 */
export async function makeLock(
  { id, file, source, metadata, lock }: Example,
  interpreter: Interpreter,
  user: CacheFolder,
  upgrade: boolean,
): Promise<Result<string>> {
  const at = { file, ...positionOfKey('dependencies', { metadata, source }) };
  const uv = await findUv(interpreter, user);
  if (uv.problems !== undefined) return fail(...uv.problems.map(problem => ({ ...problem, ...at })));
  const place = join(user.path, CACHE_PATHS.uv, 'lock');
  const temporary = await withFileProblem(dirname(place), () => temporaryBeside(place));
  try {
    // A script of these lines alone: uv would obey a table [tool.uv] of the sample, such as another index.
    const [script, output] = [join(temporary, 'script.py'), join(temporary, 'lock.txt')];
    const block = ['# /// script', ...blockLines(metadata), '# ///', ''].join('\n');
    await withFileProblem(temporary, () => writeFile(script, block));
    // uv keeps the versions of the file that it is to write, and obeys each option in it.
    const before = lock === undefined || upgrade ? undefined : parseLock(lock, lockFile(file), id).value;
    if (before !== undefined) await withFileProblem(temporary, () => writeFile(output, before.requirements));
    const form = ['--universal', '--generate-hashes', '--only-binary', ':all:', '--python', interpreter.path];
    const plain = ['--no-header', '--no-annotate', '--no-emit-index-url', '--no-emit-find-links', '--quiet'];
    // Else it would begin with the version of the interpreter.
    const oldest = ['--python-version', lowestMinor(metadata.requiresPython)];
    const args = ['pip', 'compile', ...form, ...plain, ...oldest, '--output-file', output, script];
    const fault = await runUv(uv.value, args, user);
    if (fault === undefined) return succeed(lockText(id, metadata, await readFile(output, 'utf8')));
    return fail({ ...at, ...lockWords(id)[fault.kind], detail: fault.detail });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
