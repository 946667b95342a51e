import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Example } from '../../core/example/example.ts';
import { positionOfKey } from '../../core/example/metadata.ts';
import { lockCommand, lockText } from '../../core/packages/lock.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { type Interpreter, lowestMinor } from '../../core/python-version.ts';
import { temporaryBeside } from '../files/temporary-folder.ts';
import { CACHE_PATHS } from '../files/state-paths.ts';
import type { CacheFolder } from '../files/user-cache.ts';
import { faultProblem, runUv } from './run-uv.ts';
import { findUv } from './uv-program.ts';

/**
 * Asks the index for the packages of a sample, for all interpreters that its block permits, and all systems.
 * Versions of the lock before stay where they fit.
 * @param upgrade whether newer versions take their place
 * @returns the text of the lock
 */
export async function makeLock(
  example: Example,
  interpreter: Interpreter,
  user: CacheFolder,
  upgrade: boolean,
): Promise<Result<string>> {
  const { id, file, metadata, lock } = example;
  const uv = await findUv(interpreter, user);
  const temporary = await temporaryBeside(join(user.path, CACHE_PATHS.uv, 'lock'));
  try {
    // uv reads the block of a script, and keeps the versions of the file that it is to write.
    const [script, output] = [join(temporary, 'script.py'), join(temporary, 'lock.txt')];
    await writeFile(script, example.source);
    if (lock !== undefined && !upgrade) await writeFile(output, lock);
    const form = ['--universal', '--generate-hashes', '--only-binary', ':all:', '--python', interpreter.path];
    const plain = ['--no-header', '--no-annotate', '--no-emit-index-url', '--quiet'];
    // Else it would begin with the version of the interpreter.
    const oldest = ['--python-version', lowestMinor(metadata.requiresPython)];
    const args = ['pip', 'compile', ...form, ...plain, ...oldest, '--output-file', output, script];
    const { fault } = await runUv(uv, args, user);
    if (fault === undefined) return succeed(lockText(id, metadata, await readFile(output, 'utf8')));
    const python = metadata.requiresPython ?? 'of any version';
    const words = faultProblem(fault.kind, { python, again: lockCommand(id), lock: lockCommand(id) });
    return fail({ file, ...positionOfKey('dependencies', example), ...words, detail: fault.detail });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
