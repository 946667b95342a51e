import { dirname, join } from 'node:path/posix';
import { type Example, originalOf } from '../../core/example/example.ts';
import { positionOfKey } from '../../core/example/metadata.ts';
import { lockCommand, lockFile, parseLock } from '../../core/packages/lock.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { shellQuote } from '../../core/text/shell-quote.ts';
import { type Interpreter, pythonName } from '../../core/python-version.ts';
import type { CacheFolder } from '../files/user-cache.ts';
import { installedPackages, installLock, type Packages, type PackagesFault } from './package-folder.ts';
import { faultProblem } from './run-uv.ts';

/** An example and the interpreter that is to run it. */
interface Planned {
  readonly example: Example;
  readonly interpreter: Interpreter;
}

/** What becomes of each: it runs with its packages; it cannot run here; or something is to be mended. */
export interface Prepared<T extends Planned> {
  readonly ready: readonly (T & { readonly packages?: Packages | undefined })[];
  /** A package has no wheel for the interpreter. */
  readonly unfit: readonly (T & { readonly problem: Problem })[];
  readonly broken: readonly (T & { readonly problem: Problem })[];
}

/**
 * Installs what runs need, each lock once for each interpreter.
 * @param notify called before something is installed, with how many sets of packages there are
 * @throws ProblemError if there is no uv
 */
export async function preparePackages<T extends Planned>(
  planned: readonly T[],
  user: CacheFolder,
  notify?: (count: number) => void,
): Promise<Prepared<T>> {
  const installer = new Installer(user);
  const missing = planned.filter(each => installer.isMissing(each));
  const sets = new Set(missing.map(({ example, interpreter }) => `${example.lock}\n${interpreter.path}`));
  if (sets.size > 0) notify?.(sets.size);
  const ready: (T & { readonly packages?: Packages | undefined })[] = [];
  const unfit: (T & { readonly problem: Problem })[] = [];
  const broken: (T & { readonly problem: Problem })[] = [];
  for (const each of planned) {
    const found = await installer.packagesOf(each);
    const problem =
      found === undefined
        ? undefined
        : 'kind' in found
          ? problemOf(each, found)
          : hiddenPackage(each.example, found);
    if (problem === undefined) ready.push({ ...each, packages: found as Packages | undefined });
    else if (found !== undefined && 'kind' in found && found.kind === 'no wheel')
      unfit.push({ ...each, problem });
    else broken.push({ ...each, problem });
  }
  return { ready, unfit, broken };
}

/** The packages of one run, installed if they are not. */
export async function packagesFor(
  planned: Planned,
  user: CacheFolder,
): Promise<Result<Packages | undefined>> {
  const { ready, unfit, broken } = await preparePackages([planned], user);
  const problems = [...unfit, ...broken].map(({ problem }) => problem);
  return problems.length > 0 ? fail(...problems) : succeed(ready[0]?.packages);
}

/** The packages of a run, as far as they are installed. */
export function knownPackages({ example, interpreter }: Planned, user: CacheFolder): Packages | undefined {
  const lock = lockOf(example);
  return lock && installedPackages(lock, interpreter, user);
}

/** Installs each lock once for each interpreter; without a network, it tries once. */
class Installer {
  readonly #user: CacheFolder;
  readonly #known = new Map<string, Packages | PackagesFault>();
  #offline: PackagesFault | undefined;

  constructor(user: CacheFolder) {
    this.#user = user;
  }

  isMissing(planned: Planned): boolean {
    return lockOf(planned.example) !== undefined && knownPackages(planned, this.#user) === undefined;
  }

  async packagesOf({ example, interpreter }: Planned): Promise<Packages | PackagesFault | undefined> {
    const lock = lockOf(example);
    if (lock === undefined) return undefined;
    const key = `${lock.requirements}\n${interpreter.path}`;
    const known = this.#known.get(key) ?? installedPackages(lock, interpreter, this.#user) ?? this.#offline;
    const found = known ?? (await installLock(lock, interpreter, this.#user));
    if ('kind' in found && found.kind === 'network') this.#offline = found;
    this.#known.set(key, found);
    return found;
  }
}

/** The lock of an example with packages; `lockProblem` was asked before. */
function lockOf({ file, id, lock, metadata }: Example): ReturnType<typeof parseLock>['value'] {
  if (metadata.dependencies.length === 0 || lock === undefined) return undefined;
  return parseLock(lock, lockFile(file), id).value;
}

function problemOf({ example, interpreter }: Planned, { kind, detail }: PackagesFault): Problem {
  const { id } = originalOf(example);
  const at = { file: example.file, ...positionOfKey('dependencies', example) };
  if (kind === 'shadows') {
    const title = `A package brings a module "${detail}", which would take the place of one of this project.`;
    return { ...at, title, remedy: 'Remove the package that brings it from dependencies.' };
  }
  const python = pythonName(interpreter);
  const words = faultProblem(kind, { python, again: `npm run check -- ${id}`, lock: lockCommand(id) });
  return { ...at, ...words, detail };
}

/** A file of the sample that Python would import in place of a package. */
function hiddenPackage({ file, files }: Example, { modules }: Packages): Problem | undefined {
  const own = [...files.keys()].find(path => modules.includes(path.replace(/(?:\/__init__)?\.py$/, '')));
  if (own === undefined) return undefined;
  const name = own.replace(/(?:\/__init__)?\.py$/, '');
  const path = join(dirname(file), own.includes('/') ? name : own);
  const other = own.includes('/') ? `${path}_example` : path.replace(/\.py$/, '_example.py');
  return {
    file: join(dirname(file), own),
    title: `It hides the package ${name}: "import ${name}" would import this file.`,
    remedy: `mv ${shellQuote(path)} ${shellQuote(other)}`,
  };
}
