import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Lock, Package } from '../../core/packages/lock.ts';
import { withFileProblem } from '../../core/problems/system-error.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { fingerprint } from '../../core/text/hash.ts';
import { CACHE_PATHS } from '../files/state-paths.ts';
import { moveInto, temporaryBeside } from '../files/temporary-folder.ts';
import type { CacheFolder } from '../files/user-cache.ts';
import { runUv, type UvFault } from './run-uv.ts';
import { findUv } from './uv-program.ts';

/** The packages that a run sees. */
export interface Packages {
  /** Holds their modules. */
  readonly folder: string;
  /** What of the lock is installed for this interpreter, in its order. */
  readonly installed: readonly Package[];
  /** Names of what can be imported from it: `numpy`. */
  readonly modules: readonly string[];
}

/** Why there are none. */
export interface PackagesFault {
  readonly kind: UvFault | 'shadows';
  readonly detail: string;
}

/** Raise it when folders of an older form must not be used. */
const FORM = '1';

/** The folder of the packages of a lock for an interpreter. Equal locks share it. */
function folderOf(
  { requirements }: Lock,
  { path, version, build, gil }: Interpreter,
  user: CacheFolder,
): string {
  const key = fingerprint([FORM, requirements, path, version, build, String(gil)]);
  return join(user.path, CACHE_PATHS.packages, key.slice(0, 16));
}

/** The packages, if they are installed. */
export function installedPackages(
  lock: Lock,
  interpreter: Interpreter,
  user: CacheFolder,
): Packages | undefined {
  const folder = folderOf(lock, interpreter, user);
  return existsSync(folder) ? readPackages(folder, lock) : undefined;
}

/**
 * Installs the packages of a lock: wheels alone, each with its hash.
 * @throws ProblemError if there is no uv, or the folder cannot be written
 */
export async function installLock(
  lock: Lock,
  interpreter: Interpreter,
  user: CacheFolder,
): Promise<Packages | PackagesFault> {
  const folder = folderOf(lock, interpreter, user);
  const uv = await findUv(interpreter, user);
  const temporary = await withFileProblem(dirname(folder), () => temporaryBeside(folder));
  try {
    const where = ['--target', temporary, '--python', interpreter.path];
    const checked = ['--require-hashes', '--only-binary', ':all:', '--compile-bytecode'];
    const args = ['pip', 'install', ...where, ...checked, '--requirement', '-'];
    const { fault } = await runUv(uv, args, user, lock.requirements);
    if (fault !== undefined) return fault;
    const [shadow] = readPackages(temporary, lock).modules.filter(name => HARNESS.test(name));
    if (shadow !== undefined) return { kind: 'shadows', detail: shadow };
    await withFileProblem(dirname(folder), () => moveInto(temporary, folder));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return readPackages(folder, lock);
}

/** Modules that Python imports at its start, and those of the harness. */
const HARNESS = /^(?:sitecustomize|usercustomize|verbatim_\w+)$/;

function readPackages(folder: string, { packages }: Lock): Packages {
  const names = readdirSync(folder);
  const present = new Set(names.map(name => plain(name.replace(/\.dist-info$/, ''))));
  return {
    folder,
    installed: packages
      .filter(({ name, version }) => present.has(plain(`${name}-${version}`)))
      .map(({ name, version }) => ({ name, version })),
    modules: names.flatMap(name => MODULE.exec(name)?.[1] ?? []),
  };
}

const MODULE = /^([A-Za-z_]\w*)(?:\.py|\.[\w-]+\.so)?$/;

/** Names of packages differ in `-`, `_` and `.`, and mean the same. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, '-');
