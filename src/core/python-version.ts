import { rcompare, satisfies } from '@renovatebot/pep440';

/** A CPython that runs examples. */
export interface Interpreter {
  /** `3.13.0`. */
  readonly version: string;
  /** `sys.version`, on one line. */
  readonly build: string;
  /** The real binary, never a shim. */
  readonly path: string;
  /** Whether this build has the global interpreter lock on. */
  readonly gil: boolean;
}

type Build = Pick<Interpreter, 'version' | 'gil'>;

/** `3.13.0` → `3.13` */
export function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** The tag of a version, as in names of binaries: `3.13`, and `3.13t` for the free-threaded build. */
export function tagOf({ version, gil }: Build): string {
  return `${minorOf(version)}${gil ? '' : 't'}`;
}

/** The build that a tag names: `3.13t` is 3.13, free-threaded. */
export function buildOf(tag: string): Build {
  return { version: tag.replace(/t$/, ''), gil: !tag.endsWith('t') };
}

/** A build for a reader: `3.13.0`, `3.13.0 free-threaded`. */
export function pythonName({ version, gil }: Build): string {
  return `${version}${gil ? '' : ' free-threaded'}`;
}

/** The build that a reader is shown as this: `3.13.0 free-threaded`. */
export function buildNamed(name: string): Build {
  return { version: name.replace(/ free-threaded$/, ''), gil: !name.endsWith(' free-threaded') };
}

/** Builds for a reader: `3.14.10, 3.13.0, 3.13.0 free-threaded`. */
export function pythonNames(builds: readonly Build[]): string {
  return builds.map(pythonName).join(', ');
}

/** The value of `--python` that names an interpreter again: the requested version, or its path. */
export function pythonOptionFor(interpreter: Interpreter, requested: readonly string[]): string {
  const names = [tagOf(interpreter), interpreter.version];
  return names.find(name => requested.includes(name)) ?? interpreter.path;
}

/** Sorts builds: those with the global interpreter lock come first, and of each kind the newest. */
export function newestFirst<T extends Build>(builds: readonly T[]): T[] {
  return builds.toSorted((a, b) => Number(b.gil) - Number(a.gil) || rcompare(a.version, b.version));
}

/** Sorts tags like builds. */
export function sortTags(tags: readonly string[]): string[] {
  return newestFirst(tags.map(tag => ({ ...buildOf(tag), tag }))).map(({ tag }) => tag);
}

/** Whether a version satisfies a specifier; without one, each does. */
export function isSatisfiedBy(requiresPython: string | undefined, version: string): boolean {
  return requiresPython === undefined || satisfies(version, requiresPython, { prereleases: true });
}

/**
 * Whether a version may verify the recording for all versions. An older one runs an example that takes it: to
 * verify what was recorded for it, or where it was asked for.
 */
export function isCurrent(version: string): boolean {
  return satisfies(version, '>=3.11', { prereleases: true });
}

interface ExampleVersions {
  /** Whether the interpreters were requested by name. */
  readonly asked: boolean;
  readonly requiresPython: string | undefined;
  /** Tags of the versions that have a recording of their own. */
  readonly versions: readonly string[];
}

/**
 * The interpreters that run an example. Requested interpreters all do, if they satisfy its `requires-python`.
 * Otherwise, the newest without a recording of its own verifies the recording for all versions. Each version
 * with a recording of its own verifies that. A free-threaded build verifies the recording for all only if no
 * other build is installed, and a version before 3.11 never.
 */
export function interpretersFor(
  found: readonly Interpreter[],
  { asked, requiresPython, versions }: ExampleVersions,
): readonly Interpreter[] {
  const usable = found.filter(({ version }) => isSatisfiedBy(requiresPython, version));
  if (asked) return usable;
  const withLock = found.some(({ gil }) => gil) ? usable.filter(({ gil }) => gil) : usable;
  const base = withLock.find(each => isCurrent(each.version) && !versions.includes(tagOf(each)));
  const own = versions.flatMap(tag => usable.find(each => tagOf(each) === tag) ?? []);
  return usable.filter(each => each === base || own.includes(each));
}

/** The lowest minor version from 3.11 on that satisfies a specifier; `3.11` if none of twenty does. */
export function lowestMinor(requiresPython: string | undefined): string {
  const minors = Array.from({ length: 20 }, (_, index) => `3.${index + 11}`);
  const satisfying = minors.find(minor =>
    [`${minor}.0`, `${minor}.99`].some(version => isSatisfiedBy(requiresPython, version)),
  );
  return satisfying ?? '3.11';
}
