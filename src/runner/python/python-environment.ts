import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { withFileProblem } from '../../core/problems/system-error.ts';
import { EXIT, refusal } from '../../core/problems/problem.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { ifExists } from '../files/files-below.ts';
import { CACHE_PATHS } from '../files/state-paths.ts';
import { moveInto, temporaryBeside } from '../files/temporary-folder.ts';
import { type CacheFolder, userCache } from '../files/user-cache.ts';

/** Modules of the harness that watch a run. */
const WATCHING = ['watch', 'events', 'waits', 'names', 'objects', 'withs', 'tasks', 'streams'];

/** The Python side of a run, by name: what every run imports, what some need, and settings of packages. */
const HARNESS = new Map(
  ['sitecustomize.py', ...[...WATCHING, 'terminal'].map(each => `verbatim_${each}.py`), 'matplotlibrc'].map(
    name => [name, readFileSync(join(import.meta.dirname, 'harness', name), 'utf8')],
  ),
);

/**
 * Compiles the harness as if it were at its final place: its folder, that place, names of files. Starts of
 * Python need not check whether the source has changed: its digest is part of the folder's name.
 */
const COMPILE = `
import os, py_compile, sys
mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
source, final, *names = sys.argv[1:]
for name in names:
    path, shown = os.path.join(source, name), os.path.join(final, name)
    py_compile.compile(path, dfile=shown, doraise=True, invalidation_mode=mode)
`;

const INSTALL_VENV =
  'Install its venv module (apt-get install python3-venv), or name another interpreter: --python PATH';

/** The folder in which CPython finds `sitecustomize`. @param python that of an empty environment */
export function harnessFolder(python: string): string {
  return resolve(python, '../../harness');
}

/** Environments that are being made now, by folder. */
const unfinished = new Map<string, Promise<string>>();

/**
 * An empty environment of an interpreter, with the harness beside it; made once for all checkouts of a user.
 * Nothing is installed in it, and it starts faster than the installation, which imports its `.pth` files at
 * every start.
 * @param user the folder that it is kept in
 * @returns path of its `python`
 * @throws ProblemError with exit code 3 if the interpreter cannot make one
 */
export async function emptyEnvironment(
  interpreter: Interpreter,
  user: CacheFolder = userCache(),
): Promise<string> {
  const name = hash(
    'sha256',
    `${interpreter.path}\n${interpreter.build}\n${[...HARNESS.values()].join('\n')}`,
  ).slice(0, 16);
  const folder = join(user.path, CACHE_PATHS.python, name);
  const python = join(folder, 'bin', 'python');
  if (isWhole(folder, python)) return python;
  // All examples of a first check ask for it at the same moment.
  const environment =
    unfinished.get(folder) ??
    makeEnvironment(interpreter, folder, python).finally(() => unfinished.delete(folder));
  unfinished.set(folder, environment);
  return environment;
}

/** Whether an environment has all its parts. One that has been damaged is made again. */
function isWhole(folder: string, python: string): boolean {
  const harness = harnessFolder(python);
  return (
    existsSync(python) &&
    existsSync(join(folder, 'pyvenv.cfg')) &&
    [...HARNESS].every(([name, text]) => ifExists(() => readFileSync(join(harness, name), 'utf8')) === text)
  );
}

async function makeEnvironment(interpreter: Interpreter, folder: string, python: string): Promise<string> {
  // Loaded on demand: most checks make no environment.
  const { execa } = await import('execa');
  const temporary = await withFileProblem(dirname(folder), () => temporaryBeside(folder));
  const venv = await execa(interpreter.path, ['-I', '-m', 'venv', '--without-pip', temporary], {
    reject: false,
    stdin: 'ignore',
    all: true,
  });
  if (venv.failed) {
    await rm(temporary, { recursive: true, force: true });
    const title = `It cannot make a virtual environment: ${venv.all.split('\n').at(-1)}`;
    throw refusal({ file: interpreter.path, title, remedy: INSTALL_VENV }, EXIT.noPython);
  }
  const harness = join(temporary, 'harness');
  await withFileProblem(dirname(folder), async () => {
    await mkdir(harness);
    for (const [name, text] of HARNESS) await writeFile(join(harness, name), text);
  });
  const modules = [...HARNESS.keys()].filter(name => name.endsWith('.py'));
  const args = [harness, harnessFolder(python), ...modules];
  await execa(interpreter.path, ['-I', '-c', COMPILE, ...args], { stdin: 'ignore' });
  if (!isWhole(folder, python)) await rm(folder, { recursive: true, force: true });
  await moveInto(temporary, folder);
  return python;
}
