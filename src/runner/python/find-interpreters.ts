import { readdir, realpath, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { satisfies } from '@renovatebot/pep440';
import { EXIT, type ProblemError, refusal } from '../../core/problems/problem.ts';
import { type Interpreter, isCurrent, newestFirst } from '../../core/python-version.ts';
import type { CacheFolder } from '../files/user-cache.ts';
import { userHome } from '../files/user-home.ts';
import { InterpreterCache, isScript } from './interpreter-cache.ts';
import type { InterpreterFacts } from './probe-interpreter.ts';

const runsHarness = (version: string): boolean => satisfies(version, '>=3.9', { prereleases: true });

/**
 * The interpreters to use. Builds with the global interpreter lock come first, and of each kind the newest.
 * @param asked paths, versions (`3.13`) or names. If there are none: `PYTHON`, and without that every final
 * CPython that is installed on PATH, by pyenv or by uv. Free-threaded builds are among them, for what was
 * recorded for them, and so are versions before 3.11; anything else is used only if it is asked for.
 * @param folder where their answers are cached; absent: nowhere
 * @throws ProblemError with exit code 3 if there is none, or if one that was asked for is none
 */
export async function findInterpreters(
  asked: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  folder?: CacheFolder,
): Promise<readonly Interpreter[]> {
  const cache = new InterpreterCache(folder);
  // A path that does not answer is no interpreter.
  const ask = async (paths: readonly string[]): Promise<InterpreterFacts[]> =>
    unique((await Promise.all(paths.map(path => cache.facts(path)))).filter(facts => facts !== undefined));
  // Shims only if no binary fits: one that is broken or too old hides nothing.
  const askAll = async (fits: (facts: InterpreterFacts) => boolean): Promise<InterpreterFacts[]> => {
    const { binaries, shims } = await candidates(env);
    const found = await ask(binaries);
    return found.some(fits) ? found : unique([...found, ...(await ask(shims))]);
  };
  const fallback = env.PYTHON ? [env.PYTHON] : [];
  const [names, runs] = asked.length > 0 ? [asked, runsHarness] : [fallback, isCurrent];
  const found =
    names.length === 0
      ? usable(await askAll(isOrdinary))
      : await Promise.all(
          names.map(async name =>
            newestOf(name, await (VERSION.test(name) ? askAll(hasVersion(name)) : ask([name])), runs),
          ),
        );
  await cache.save();
  return newestFirst(unique(found)).map(({ version, build, path, gil }) => ({ version, build, path, gil }));
}

/** The name of an interpreter by its version, such as `3.13`, `3.13.0` or `3.13t`, and not by a path. */
const VERSION = /^3\.\d+(?:\.\d+)?t?$/;

const hasVersion =
  (name: string) =>
  ({ version, gil }: InterpreterFacts): boolean =>
    gil !== name.endsWith('t') && `${version}.`.startsWith(`${name.replace('t', '')}.`);

const isUsual = ({ final, implementation, version }: InterpreterFacts): boolean =>
  final && implementation === 'cpython' && runsHarness(version);

/** Whether it may verify recordings that are not for it alone. */
const isOrdinary = (facts: InterpreterFacts): boolean =>
  isUsual(facts) && facts.gil && isCurrent(facts.version);

function usable(found: readonly InterpreterFacts[]): readonly InterpreterFacts[] {
  const final = found.filter(isUsual);
  if (final.some(isOrdinary)) return final;
  throw noPython(
    found.length === 0
      ? 'No Python was found: not on PATH, not by pyenv, not by uv.'
      : `No usable CPython: found ${found.map(({ version, path }) => `${version} (${path})`).join(', ')}.`,
  );
}

function newestOf(
  name: string,
  found: readonly InterpreterFacts[],
  runs: (version: string) => boolean,
): InterpreterFacts {
  const [newest] = newestFirst(VERSION.test(name) ? found.filter(hasVersion(name)) : found);
  if (newest === undefined)
    throw noPython(
      /^3\.\d/.test(name)
        ? `No CPython ${name} is installed.`
        : `${name} is not an interpreter that answers.`,
    );
  const { implementation, version } = newest;
  const kind = implementation === 'cpython' ? 'CPython' : implementation;
  if (kind !== 'CPython' || !runs(version)) throw tooOld(name, kind, version);
  return newest;
}

/** @param name by which it was asked for */
export function tooOld(name: string, kind: string, version: string): ProblemError {
  return noPython(`${name} is ${kind} ${version}; examples need CPython 3.11 or newer.`);
}

function noPython(title: string): ProblemError {
  const remedy =
    'Install CPython 3.11 or newer (apt-get install python3), or name one: --python /path/to/python3';
  return refusal({ file: 'python', title, remedy }, EXIT.noPython);
}

/** Each interpreter once, however many names it has. */
function unique(interpreters: readonly InterpreterFacts[]): InterpreterFacts[] {
  return [...new Map(interpreters.map(each => [each.path, each])).values()];
}

/** Paths that may be a Python, in the order in which they are asked. */
interface Candidates {
  /** Each binary once. */
  readonly binaries: readonly string[];
  /** Scripts that pick a Python. */
  readonly shims: readonly string[];
}

/** What may be a Python: on PATH, of pyenv and of uv. */
async function candidates(env: NodeJS.ProcessEnv): Promise<Candidates> {
  const path = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const home = userHome(env) ?? '/nonexistent';
  const onPath = (await Promise.all(path.map(folder => list(folder, /^python(?:3(?:\.\d+t?)?)?$/)))).flat();
  const data = env.XDG_DATA_HOME ?? join(home, '.local', 'share');
  const installations = [
    ...(await list(join(env.PYENV_ROOT ?? join(home, '.pyenv'), 'versions'), /./)),
    ...(await list(env.UV_PYTHON_INSTALL_DIR ?? join(data, 'uv', 'python'), /^cpython-/)),
  ];
  const installed = installations.map(folder => join(folder, 'bin', 'python3'));
  const binaries = new Map<string, string>();
  const shims: string[] = [];
  for (const candidate of [...onPath, ...installed]) {
    const target = await programAt(candidate);
    if (target === undefined) continue;
    if (isScript(target)) shims.push(candidate);
    else if (!binaries.has(target)) binaries.set(target, candidate);
  }
  return { binaries: [...binaries.values()], shims };
}

/** The file that a path leads to. Anything may have the name of a Python, such as a folder, or a pipe. */
async function programAt(path: string): Promise<string | undefined> {
  try {
    const target = await realpath(path);
    return (await stat(target)).isFile() ? target : undefined;
  } catch {
    return undefined;
  }
}

async function list(folder: string, name: RegExp): Promise<string[]> {
  // The folder need not exist.
  return (await readdir(folder).catch(() => []))
    .filter(entry => name.test(entry))
    .map(entry => join(folder, entry));
}
