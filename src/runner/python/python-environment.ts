import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readlink, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contract } from '../../core/contract/contract-schema.ts';
import { withFileProblem } from '../../core/problems/system-error.ts';
import { EXIT, ProblemError } from '../../core/problems/problem.ts';
import type { Interpreter } from '../../core/python-version.ts';
import { isOwnerDead, OWNER } from '../files/process-tag.ts';

/** The Python side of a run. */
const HARNESS = readFileSync(fileURLToPath(new URL('harness/sitecustomize.py', import.meta.url)), 'utf8');

/** Compiles the harness as if it lay where it is going to. Its bytes are part of the folder's name, so no start has to ask whether they changed. */
const COMPILE = `
import py_compile, sys
py_compile.compile(sys.argv[1], dfile=sys.argv[2], doraise=True, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
`;

/** The folder that CPython finds `sitecustomize` in. @param python that of an empty environment */
export function harnessOf(python: string): string {
  return join(dirname(dirname(python)), 'harness');
}

/** Environments that are being made, by folder. */
const making = new Map<string, Promise<string>>();

/**
 * An empty environment of an interpreter with the harness beside it, made once: it starts faster than the installation, whose
 * `.pth` files are imported at every start, and holds nothing that happens to be installed.
 * @returns path of its `python`
 */
export async function emptyEnvironment(interpreter: Interpreter, stateFolder: string): Promise<string> {
  const name = createHash('sha256')
    .update(`${interpreter.path}\n${interpreter.build}\n${HARNESS}`)
    .digest('hex')
    .slice(0, 16);
  const folder = join(stateFolder, 'python', name);
  const python = join(folder, 'bin', 'python');
  if ((await readlink(python).catch(() => undefined)) !== undefined) return python;
  // All examples of a first check ask at the same moment.
  const begun = making.get(folder) ?? make(interpreter, folder, python).finally(() => making.delete(folder));
  making.set(folder, begun);
  return begun;
}

async function make(interpreter: Interpreter, folder: string, python: string): Promise<string> {
  // Loaded when the first is made: a hundred files, and most checks make none.
  const { execa } = await import('execa');
  const unfinished = await withFileProblem('.verbatim/python', async () => {
    await mkdir(dirname(folder), { recursive: true });
    for (const left of await readdir(dirname(folder)))
      if (isOwnerDead(left)) await rm(join(dirname(folder), left), { recursive: true, force: true });
    return mkdtemp(`${folder}-${OWNER}-`);
  });
  const made = await execa(interpreter.path, ['-I', '-m', 'venv', '--without-pip', unfinished], {
    reject: false,
    stdin: 'ignore',
    all: true,
  });
  if (made.failed) {
    await rm(unfinished, { recursive: true, force: true });
    throw new ProblemError(
      [
        {
          file: interpreter.path,
          title: `It cannot make a virtual environment: ${made.all.split('\n').at(-1)}`,
          remedy:
            'Install its venv module (apt-get install python3-venv), or name another interpreter: --python PATH',
        },
      ],
      EXIT.noPython,
    );
  }
  const harness = join(harnessOf(join(unfinished, 'bin', 'python')), 'sitecustomize.py');
  await withFileProblem('.verbatim/python', async () => {
    await mkdir(dirname(harness));
    await writeFile(harness, HARNESS);
  });
  await execa(interpreter.path, ['-I', '-c', COMPILE, harness, join(harnessOf(python), 'sitecustomize.py')], {
    stdin: 'ignore',
  });
  // Somebody else may have finished first: theirs is as good.
  await rename(unfinished, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(unfinished, { recursive: true, force: true });
  });
  return python;
}

/** What a run varies without changing what it means: see `perturb.ts`. */
export interface Conditions {
  readonly hashSeed?: number | undefined;
  /** Seconds, for `sys.setswitchinterval`. */
  readonly switchInterval?: number | undefined;
  /** Cores that it may use; absent: all. */
  readonly cores?: readonly number[] | undefined;
}

/** Folders that one run lives in. */
export interface RunPlaces {
  /** Holds the others. */
  readonly root: string;
  /** Where the sample runs: the example's own files and nothing else. */
  readonly work: string;
  readonly home: string;
  readonly temporary: string;
}

/** File descriptor by which the harness tells the runner what it asks: the stacks of all threads, the CPU time used. */
export const TELL_FD = 3;

/** Bytes: what each process of a run may have of memory addresses, and what a file may hold that it writes. */
export const LIMITS = { addressSpace: 4 * 2 ** 30, fileSize: 32 * 2 ** 20 } as const;

/** The whole environment of a run: nothing of the builder's gets in. Paths are those of the run's own folder. */
export function runEnvironment(
  folder: RunPlaces,
  python: string,
  contract: Contract,
  conditions: Conditions,
): Record<string, string> {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: folder.home,
    TMPDIR: folder.temporary,
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    COLUMNS: '80',
    LINES: '24',
    NO_COLOR: '1',
    PYTHON_COLORS: '0',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONHASHSEED: String(conditions.hashSeed ?? 0),
    ...contract.env,
    PYTHONPATH: harnessOf(python),
    VERBATIM_TELL: String(TELL_FD),
    VERBATIM_LIMITS: `${LIMITS.addressSpace} ${LIMITS.fileSize}`,
    ...(contract.cores === 1 ? {} : { VERBATIM_USAGE: '1' }),
    VERBATIM_NETWORK: contract.network ? 'allowed' : 'refused',
    ...(conditions.switchInterval === undefined
      ? {}
      : { VERBATIM_SWITCH_INTERVAL: String(conditions.switchInterval) }),
    ...(conditions.cores === undefined ? {} : { VERBATIM_CORES: conditions.cores.join(',') }),
  };
}
