import { existsSync } from 'node:fs';
import { execa } from 'execa';
import { findSandbox } from '../../src/runner/sandbox/sandbox.ts';

/** Installs a Debian package if this process is root. Ignores failure: callers look for the program. */
export async function installPackage(name: string): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.info(`Installing the distribution’s ${name} …`);
  const quiet = {
    reject: false,
    stdio: 'ignore',
    timeout: 600_000,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  } as const;
  await execa('apt-get', ['update', '-qq'], quiet);
  await execa('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet);
}

/** Installs bubblewrap if it is missing. Without it, examples run outside the sandbox, and reports say so. */
export async function ensureSandbox(): Promise<void> {
  if ((await findSandbox('auto')).kind === 'unsandboxed') await installPackage('bubblewrap');
}
