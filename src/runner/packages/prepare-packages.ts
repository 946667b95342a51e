import { dirname } from 'node:path/posix';
import { type Example, originalOf } from '../../core/example/example.ts';
import { positionOfKey } from '../../core/example/metadata.ts';
import { type Lock, lockFile, parseLock } from '../../core/packages/lock.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { type Interpreter, pythonName } from '../../core/python-version.ts';
import { hidingProblem } from '../examples/locate-examples.ts';
import type { CacheFolder } from '../files/user-cache.ts';
import { installedPackages, installLock, type Packages, type PackagesFault } from './package-folder.ts';
import { installWords } from './uv-faults.ts';

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
 * @throws ProblemError if the cache folder cannot be written
 */
export async function preparePackages<T extends Planned>(
  planned: readonly T[],
  user: CacheFolder,
  notify?: (count: number) => void,
): Promise<Prepared<T>> {
  const runs = planned.map(each => ({ each, set: setOf(each) }));
  const sets = new Map(runs.flatMap(({ set }) => (set === undefined ? [] : [[set.key, set]])));
  const found = await installSets([...sets.values()], user, notify);
  const ready: (T & { readonly packages?: Packages | undefined })[] = [];
  const unfit: (T & { readonly problem: Problem })[] = [];
  const broken: (T & { readonly problem: Problem })[] = [];
  for (const { each, set } of runs) {
    const result = set && found.get(set.key);
    if (result === undefined) ready.push(each);
    else if ('kind' in result)
      (result.kind === 'wheel' ? unfit : broken).push({ ...each, problem: problemOf(each, result) });
    else {
      const problem = hiddenPackage(each.example, result);
      if (problem === undefined) ready.push({ ...each, packages: result });
      else broken.push({ ...each, problem });
    }
  }
  return { ready, unfit, broken };
}

/** A lock and an interpreter that need a folder of packages. */
interface PackageSet {
  /** Equal for equal locks and one interpreter. */
  readonly key: string;
  readonly lock: Lock;
  readonly interpreter: Interpreter;
}

function setOf({ example, interpreter }: Planned): PackageSet | undefined {
  const lock = lockOf(example);
  return lock && { key: `${lock.requirements}\n${interpreter.path}`, lock, interpreter };
}

/** Sets that are installed at the same time. */
const INSTALLERS = 3;

async function installSets(
  sets: readonly PackageSet[],
  user: CacheFolder,
  notify?: (count: number) => void,
): Promise<ReadonlyMap<string, Packages | PackagesFault>> {
  const found = new Map<string, Packages | PackagesFault>();
  for (const { key, lock, interpreter } of sets) {
    const known = installedPackages(lock, interpreter, user);
    if (known !== undefined) found.set(key, known);
  }
  const missing = sets.filter(({ key }) => !found.has(key));
  if (missing.length > 0) notify?.(missing.length);
  let isOffline = false;
  const queue = missing.values();
  const work = async (): Promise<void> => {
    for (const { key, lock, interpreter } of queue) {
      let result = await installLock(lock, interpreter, user, isOffline);
      if (!isOffline && 'kind' in result && result.kind === 'network') {
        // Nobody waits for a network twice; uv may have kept all wheels of another lock.
        isOffline = true;
        const kept = await installLock(lock, interpreter, user, isOffline);
        if ('folder' in kept) result = kept;
      }
      found.set(key, result);
    }
  };
  // While one waits for the index, another unpacks and compiles.
  await Promise.all(Array.from({ length: INSTALLERS }, work));
  return found;
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

/** The lock of an example with packages; `lockProblem` was asked before. */
export function lockOf({ file, id, lock, metadata }: Example): Lock | undefined {
  if (metadata.dependencies.length === 0 || lock === undefined) return undefined;
  return parseLock(lock, lockFile(file), id).value;
}

function problemOf({ example, interpreter }: Planned, fault: PackagesFault): Problem {
  const at = { file: example.file, ...positionOfKey('dependencies', example) };
  if (fault.kind === 'no uv') return { ...fault.problem, ...at };
  if (fault.kind === 'shadows') {
    const place = 'which would take the place of one of Verbatim';
    const title = `A package brings the module ${fault.module}, ${place}.`;
    return { ...at, title, remedy: 'Remove it from dependencies, or what depends on it.' };
  }
  const words = installWords(originalOf(example).id, pythonName(interpreter))[fault.kind];
  return { ...at, ...words, detail: fault.detail };
}

/** A file of the sample that Python would import in place of a package. */
function hiddenPackage({ file, files }: Example, { modules }: Packages): Problem | undefined {
  const nameOf = (path: string): string => path.replace(/(?:\/__init__)?\.py$/, '');
  const own = [...files.keys()].find(path => modules.includes(nameOf(path)));
  if (own === undefined) return undefined;
  return hidingProblem(dirname(file), own, nameOf(own), `the package ${nameOf(own)}`);
}
