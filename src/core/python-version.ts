import { rcompare, satisfies } from '@renovatebot/pep440';

/** A CPython that runs examples. */
export interface Interpreter {
  /** `3.13.0`. */
  readonly version: string;
  /** What `sys.version` says, on one line. */
  readonly build: string;
  /** The real binary, never a shim. */
  readonly path: string;
  /** Whether this build has the global interpreter lock on. */
  readonly gil: boolean;
}

type Build = Pick<Interpreter, 'version' | 'gil'>;

/** What a recording of its own is named by: the minor version, with a `t` for the free-threaded build, as the binaries are called. */
export function tagOf({ version, gil }: Build): string {
  return `${version.split('.').slice(0, 2).join('.')}${gil ? '' : 't'}`;
}

/** A version, or a tag, for a reader: `3.13.0`, `3.13.0 free-threaded`. */
export function pythonName({ version, gil }: Build): string {
  return `${version}${gil ? '' : ' free-threaded'}`;
}

/** Builds for a reader: `3.14.10, 3.13.0, 3.13.0 free-threaded`. */
export function pythonNames(builds: readonly Build[]): string {
  return builds.map(pythonName).join(', ');
}

/** What a tag names: `3.13t` is 3.13, free-threaded. */
export function buildOf(tag: string): Build {
  return { version: tag.replace(/t$/, ''), gil: !tag.endsWith('t') };
}

/** What names an interpreter to `--python` again: the version by which it was asked for, or its path. */
export function pythonOptionFor(interpreter: Interpreter, asked: readonly string[]): string {
  return [tagOf(interpreter), interpreter.version].find(word => asked.includes(word)) ?? interpreter.path;
}

/** The order of interpreters: builds with the global interpreter lock first, and of each kind the newest. */
export function newestFirst<T extends Build>(builds: readonly T[]): T[] {
  return builds.toSorted((a, b) => Number(b.gil) - Number(a.gil) || rcompare(a.version, b.version));
}

/** Answers by specifier and version: thousands of examples ask the same. */
const taken = new Map<string, boolean>();

function takes(requiresPython: string, version: string): boolean {
  const question = `${requiresPython}
${version}`;
  const known = taken.get(question) ?? satisfies(version, requiresPython, { prereleases: true });
  taken.set(question, known);
  return known;
}

/**
 * The interpreters that an example runs under. Those that were asked for all count, but for those that its `requires-python` does not take.
 * Unasked, the newest proves the recording that holds for all versions, and each version with a recording of its own
 * (`variants` are their tags) proves that; a free-threaded build does nothing else unasked where another is installed.
 */
export function interpretersFor(
  found: readonly Interpreter[],
  {
    asked,
    requiresPython,
    variants,
  }: {
    readonly asked: boolean;
    readonly requiresPython: string | undefined;
    readonly variants: readonly string[];
  },
): readonly Interpreter[] {
  const takers = found.filter(
    ({ version }) => requiresPython === undefined || takes(requiresPython, version),
  );
  if (asked) return takers;
  const usual = found.some(({ gil }) => gil) ? takers.filter(({ gil }) => gil) : takers;
  const base = usual.find(each => !variants.includes(tagOf(each)));
  const own = variants.flatMap(tag => takers.find(each => tagOf(each) === tag) ?? []);
  return takers.filter(each => each === base || own.includes(each));
}

/** The lowest minor version from 3.11 on that a specifier takes; `3.11` where it takes none of the next twenty, or is none. */
export function lowestMinor(requiresPython: string | undefined): string {
  const minors = Array.from({ length: 20 }, (_, index) => `3.${index + 11}`);
  return (
    minors.find(
      minor =>
        requiresPython === undefined ||
        [`${minor}.0`, `${minor}.99`].some(version => takes(requiresPython, version)),
    ) ?? '3.11'
  );
}
