import { satisfies } from '@renovatebot/pep440';
import { EXIT, ProblemError } from '../../core/problems/problem.ts';
import { newestFirst, type Interpreter } from '../../core/python-version.ts';
import { candidates, isVersion } from './interpreter-paths.ts';
import { ProbeMemory } from './interpreter-cache.ts';

/** Python tells about itself. A final release of CPython is used unasked, a free-threaded one for what was recorded for it; anything else only when it is named. */
const PROBE = `
import json, platform, sys
gil = getattr(sys, "_is_gil_enabled", lambda: True)()
print(json.dumps({
  "version": platform.python_version(), "build": " ".join(sys.version.split()), "path": sys.executable, "gil": gil,
  "final": sys.version_info.releaselevel == "final", "implementation": sys.implementation.name}))
`;

/** What an interpreter answers of itself. */
export type Probe = Interpreter & { readonly final: boolean; readonly implementation: string };

/** The oldest CPython that runs the harness. */
const OLDEST = '>=3.11';

/**
 * The interpreters to use: builds with the global interpreter lock first, and of each kind the newest. `asked` are paths, versions (`3.13`) or names; without them,
 * `PYTHON` and then everything that is installed: on PATH, by pyenv, by uv. Where a `stateFolder` is given, what
 * a binary answered is kept there, and it is asked again only when it has changed.
 * @throws ProblemError with exit code 3 when there is none, or one that was asked for is none.
 */
export async function findInterpreters(
  asked: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  stateFolder?: string,
): Promise<readonly Interpreter[]> {
  const memory = ProbeMemory.open(stateFolder);
  const named = asked.length > 0 ? asked : env.PYTHON ? [env.PYTHON] : [];
  if (named.length > 0)
    return newestFirst(unique(await Promise.all(named.map(name => byName(name, env, memory)))));
  const found = await probeAll(await candidates(env), memory);
  const usable = found.filter(
    ({ final, implementation, version }) =>
      final && implementation === 'cpython' && satisfies(version, OLDEST),
  );
  if (usable.some(({ gil }) => gil)) return newestFirst(usable);
  throw noPython(
    found.length === 0
      ? 'No Python was found: not on PATH, not by pyenv, not by uv.'
      : `No usable CPython: found ${found.map(({ version, path }) => `${version} (${path})`).join(', ')}.`,
  );
}

async function byName(name: string, env: NodeJS.ProcessEnv, memory: ProbeMemory): Promise<Interpreter> {
  const paths = isVersion(name)
    ? (await probeAll(await candidates(env), memory))
        .filter(
          ({ version, gil }) =>
            gil !== name.endsWith('t') && `${version}.`.startsWith(`${name.replace('t', '')}.`),
        )
        .map(({ path }) => path)
    : [name];
  const [found] = newestFirst(await probeAll(paths, memory));
  if (found === undefined)
    throw noPython(
      /^3\.\d/.test(name)
        ? `No CPython ${name} is installed.`
        : `${name} is not an interpreter that answers.`,
    );
  if (found.implementation !== 'cpython' || !satisfies(found.version, OLDEST, { prereleases: true }))
    throw noPython(
      `${name} is ${found.implementation === 'cpython' ? 'CPython' : found.implementation} ${found.version}; examples need CPython 3.11 or newer.`,
    );
  return found;
}

function noPython(title: string): ProblemError {
  return new ProblemError(
    [
      {
        file: 'python',
        title,
        remedy:
          'Install CPython 3.11 or newer (apt-get install python3), or name one: --python /path/to/python3',
      },
    ],
    EXIT.noPython,
  );
}

/** What each path answers; those that do not answer are no interpreters. */
async function probeAll(paths: readonly string[], memory: ProbeMemory): Promise<Probe[]> {
  const probes = (await Promise.all(paths.map(path => memory.recall(path, () => probe(path))))).flat();
  await memory.save();
  return unique(probes);
}

async function probe(path: string): Promise<Probe[]> {
  // Loaded when the first is asked: a check that has all answers does without.
  const { execa } = await import('execa');
  const { failed, stdout } = await execa(path, ['-I', '-S', '-c', PROBE], {
    reject: false,
    timeout: 20_000,
    stdin: 'ignore',
  });
  return failed ? [] : parseProbe(stdout);
}

/** Each once, however often it is named. */
function unique<T extends Interpreter>(probes: readonly T[]): T[] {
  return [...new Map(probes.map(each => [each.path, each])).values()];
}

/** None where something else than a Python answered. */
function parseProbe(answer: string): Probe[] {
  try {
    return [JSON.parse(answer) as Probe];
  } catch {
    return [];
  }
}
