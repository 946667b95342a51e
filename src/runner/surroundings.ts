import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { availableParallelism, release } from 'node:os';
import { join, resolve } from 'node:path';
import { fingerprint, type Surroundings } from '../core/fingerprint.ts';
import type { Interpreter } from '../core/run.ts';

/** Everything besides an example that its run may depend on, as it is now. */
export function surroundings(root: string, interpreter: Interpreter, seal: string): Surroundings {
  return {
    interpreter,
    binary: fileIdentity(interpreter.path),
    runner: runnerIdentity(import.meta.dirname),
    seal,
    lock: lockIdentity(root),
    machine: [process.platform, process.arch, release(), availableParallelism(), resolve(root)].join('\n'),
  };
}

/** Changes when a file is written, replaced, or another takes its name. */
export function fileIdentity(path: string): string {
  const real = realpathSync(path);
  const { size, mtimeMs, ctimeMs, ino } = statSync(real);
  return [real, size, mtimeMs, ctimeMs, ino].join('\n');
}

/** Digest of all files of the runner: whichever of them decides how a run is made, it is among them. */
export function runnerIdentity(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.(?:ts|py)$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name)).sort();
  return fingerprint(files.flatMap((file) => [file.slice(folder.length), readFileSync(file)]));
}

/** Digest of the project's lockfile; a project without one has none. */
function lockIdentity(root: string): string {
  const file = join(root, 'package-lock.json');
  return existsSync(file) ? fingerprint([readFileSync(file)]) : 'none';
}
