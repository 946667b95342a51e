import { existsSync } from 'node:fs';
import { execa } from 'execa';
import { findSandbox } from '../../src/runner/sandbox/sandbox.ts';

/** Installs a Debian package if this process is root. Ignores failure: callers look for the program. */
export async function installPackage(name: string): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.info(`Installing the distribution’s ${name} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const run = execa({ reject: false, stdio: 'ignore', timeout: 600_000, env });
  await run`apt-get update -qq`;
  await run`apt-get install -y -qq --no-install-recommends ${name}`;
}

/** Installs bubblewrap if it is missing. Without it, examples run outside the sandbox, and reports say so. */
export async function ensureSandbox(): Promise<void> {
  if (findSandbox('auto').kind === 'unsandboxed') await installPackage('bubblewrap');
}
