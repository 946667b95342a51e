import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import type { Surroundings } from './run-key.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { installationDigest } from '../python/installation-digest.ts';
import { type Seal, sealSentence } from '../sandbox/sandbox.ts';

/** Everything besides an example that its run may depend on, as it is now. By content: on another machine that has the same, it is the same. */
export async function surroundings(
  root: string,
  interpreter: Interpreter,
  seal: Seal,
): Promise<Surroundings> {
  return {
    interpreter,
    installation: await installationDigest(interpreter, join(root, '.verbatim')),
    runner: runnerIdentity(dirname(import.meta.dirname)),
    sandbox: sealSentence(seal),
    lock: lockIdentity(root),
    machine: machine(root, seal),
  };
}

/** What a sample sees of the machine; in the seal neither its name nor where the project lies. */
function machine(root: string, { kind }: Seal): string {
  return [
    process.platform,
    process.arch,
    availableParallelism(),
    process.getuid?.(),
    ...(kind === 'sealed' ? [] : [hostname(), resolve(root)]),
  ].join('\n');
}

/** Digest of all files of the runner: whichever of them decides how a run is made, it is among them. */
export function runnerIdentity(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:ts|py)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  return fingerprint(files.flatMap(file => [file.slice(folder.length), readFileSync(file)]));
}

/** Digest of the project's lockfile; a project without one has none. */
function lockIdentity(root: string): string {
  const file = join(root, 'package-lock.json');
  return existsSync(file) ? fingerprint([readFileSync(file)]) : 'none';
}
