import { existsSync } from 'node:fs';
import { execa } from 'execa';
import { findSandbox } from '../../src/runner/sandbox/sandbox.ts';

/** Installs a package of Debian's where that can be done without asking: by root. Whether it worked, the caller sees. */
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

/** Installs bubblewrap if it is missing. If that fails, runs are not sandboxed, and reports say so. */
export async function ensureSandbox(): Promise<void> {
  if (findSandbox('auto').kind === 'unsandboxed') await installPackage('bubblewrap');
}
