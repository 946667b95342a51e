import { availableParallelism, hostname } from 'node:os';
import { resolve } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import type { Surroundings } from './run-key.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { readIfExists } from '../files/if-exists.ts';
import { installationDigest } from '../python/installation-digest.ts';
import { codeDigest, RUN_CODE } from './sources-digest.ts';
import { type Sandbox, describeSandbox } from '../sandbox/sandbox.ts';

/** All that a run depends on except its example, by content: two machines with the same have equal ones. */
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
  const visible = kind === 'sandboxed' ? [] : [hostname(), resolve(root)];
  const { platform, arch } = process;
  return [platform, arch, availableParallelism(), process.getuid?.(), ...visible].join('\n');
}

/** Digest of the project's lockfile, or `none`. */
function lockIdentity(root: string): string {
  const text = readIfExists(root, 'package-lock.json');
  return text === undefined ? 'none' : fingerprint([text]);
}
