import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import type { Surroundings } from './run-key.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { installationDigest } from '../python/installation-digest.ts';
import { codeDigest, RUN_CODE } from './sources-digest.ts';
import { type Sandbox, describeSandbox } from '../sandbox/sandbox.ts';

/**
 * Everything except an example that its run may depend on, by content: equal on two machines that have the
 * same.
 */
export async function surroundings(
  root: string,
  interpreter: Interpreter,
  sandbox: Sandbox,
): Promise<Surroundings> {
  return {
    interpreter,
    installation: await installationDigest(interpreter, root),
    runner: codeDigest(RUN_CODE),
    sandbox: describeSandbox(sandbox),
    lock: lockIdentity(root),
    machine: machine(root, sandbox),
  };
}

/** What a sample sees of the machine. In the sandbox it sees neither its name nor the path of the project. */
function machine(root: string, { kind }: Sandbox): string {
  return [
    process.platform,
    process.arch,
    availableParallelism(),
    process.getuid?.(),
    ...(kind === 'sandboxed' ? [] : [hostname(), resolve(root)]),
  ].join('\n');
}

/** Digest of the project's lockfile, or `none`. */
function lockIdentity(root: string): string {
  const file = join(root, 'package-lock.json');
  return existsSync(file) ? fingerprint([readFileSync(file)]) : 'none';
}
