import { readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Lock, normalName, type Package } from '../../core/packages/lock.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { withFileProblem } from '../../core/problems/system-error.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { fingerprint } from '../../core/text/hash.ts';
import { CACHE_PATHS } from '../files/state-paths.ts';
import { readIfExists } from '../files/files-below.ts';
import { moveInto, temporaryBeside } from '../files/temporary-folder.ts';
import type { CacheFolder } from '../files/user-cache.ts';
import { runUv } from './run-uv.ts';
import type { UvFault } from './uv-faults.ts';
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

/** Why there are none: uv failed; there is no uv; or a module of the project would be hidden. */
export type PackagesFault =
  | UvFault
  | { readonly kind: 'no uv'; readonly problem: Problem }
  | { readonly kind: 'shadows'; readonly module: string };

/** Raise it when folders of an older form must not be used. */
const FORM = '2';

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
  const list = readIfExists(folder, LIST);
  if (list === undefined) return undefined;
  const names = readdirSync(folder);
  const { count, installed } = JSON.parse(list.toString()) as List;
  // Somebody has removed a part of it.
  if (names.length !== count) return undefined;
  return { folder, installed, modules: modulesOf(names) };
}

/** What is in a folder of packages, written when all of it is there. */
const LIST = '.verbatim.json';

interface List {
  /** Of files and folders in it, with this one. */
  readonly count: number;
  readonly installed: readonly Package[];
}

/**
 * Installs the packages of a lock: wheels alone, each with its hash.
 * @param isOffline whether only what uv has kept is used
 * @throws ProblemError if the folder cannot be written
 */
export async function installLock(
  lock: Lock,
  interpreter: Interpreter,
  user: CacheFolder,
  isOffline: boolean,
): Promise<Packages | PackagesFault> {
  const folder = folderOf(lock, interpreter, user);
  const uv = await findUv(interpreter, user);
  const [missing] = uv.problems ?? [];
  if (uv.value === undefined) return { kind: 'no uv', problem: missing as Problem };
  const temporary = await withFileProblem(dirname(folder), () => temporaryBeside(folder));
  try {
    const where = ['--target', temporary, '--python', interpreter.path, '--link-mode', 'hardlink'];
    const checked = ['--require-hashes', '--only-binary', ':all:', '--compile-bytecode'];
    const kept = isOffline ? ['--offline'] : [];
    const args = ['pip', 'install', ...where, ...checked, ...kept, '--requirement', '-'];
    const fault = await runUv(uv.value, args, user, lock.requirements);
    if (fault !== undefined) return fault;
    const names = readdirSync(temporary);
    const module = modulesOf(names).find(name => HARNESS.test(name));
    if (module !== undefined) return { kind: 'shadows', module };
    const list: List = { count: names.length + 1, installed: installedOf(lock, names) };
    await withFileProblem(dirname(folder), async () => {
      await writeFile(join(temporary, LIST), JSON.stringify(list));
      if (installedPackages(lock, interpreter, user) === undefined)
        await rm(folder, { recursive: true, force: true });
      await moveInto(temporary, folder);
    });
    return { folder, installed: list.installed, modules: modulesOf(names) };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Modules that Python imports at its start, and those of the harness. */
const HARNESS = /^(?:sitecustomize|usercustomize|verbatim_\w+)$/;

/** What of a lock is installed: a package may be for other interpreters, or for another system. */
function installedOf({ packages }: Lock, names: readonly string[]): Package[] {
  const present = new Set(names.map(name => normalName(name.replace(/\.dist-info$/, ''))));
  return packages
    .filter(({ name, version }) => present.has(normalName(`${name}-${version}`)))
    .map(({ name, version }) => ({ name, version }));
}

const MODULE = /^([A-Za-z_]\w*)(?:\.py|\.[\w-]+\.so)?$/;

/** Folders of a wheel that hold no module: programs, and data. */
const NO_MODULE = /^(?:bin|etc|include|lib|share|__pycache__)$/;

function modulesOf(names: readonly string[]): string[] {
  return names.flatMap(name => MODULE.exec(name)?.[1] ?? []).filter(name => !NO_MODULE.test(name));
}
