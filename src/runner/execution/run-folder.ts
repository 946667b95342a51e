import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { access, readdir, readlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expectedExit } from '../../core/contract/tables/expected-exit.ts';
import type { Example } from '../../core/example/example.ts';
import { withFileProblem } from '../../core/problems/system-error.ts';
import { isOwnerDead, OWNER } from '../files/process-tag.ts';
import { signalProcess } from '../process/process-group.ts';
import { HAS_PROCFS, listProcesses } from '../process/procfs.ts';
import { PROGRAM_ENDED, SHELL_FD } from '../process/shell-report.ts';
import { type Installation, installationNames } from '../python/installation.ts';
import { PLACE } from '../../core/surroundings/place.ts';
import { harnessFolder } from '../python/python-environment.ts';
import { type Conditions, HARNESS_FD, runEnvironment, type RunFolders } from '../python/run-environment.ts';
import { outputs, type RunPython, type RunSetup } from '../sandbox/bubblewrap-command.ts';

/** How the name of a run's folder begins; `mkdtemp` adds the rest. */
export const RUN_FOLDER_PREFIX = `verbatim-${OWNER}-`;

/**
 * Node reports exit code 0 for a process that a real-time signal has killed. A shell reports 128 plus the
 * number of the signal, and that it lived to report it. It survives the signals that a program sends to its
 * group, prints nothing itself, and hides its own variables and descriptors from the program.
 */
const SHELL = `
unset PWD OLDPWD SHLVL
trap : HUP INT QUIT USR1 USR2 ALRM TERM
exec 9>&2 2>/dev/null
(exec 2>&9 9>&- ${SHELL_FD}>&-; exec "$@")
code=$?
echo ${PROGRAM_ENDED} >&${SHELL_FD}
exit $code
`;

/**
 * An unsandboxed run: a fresh folder with the example's files.
 * @param environment `python` of the interpreter's empty environment, and the packages of the example
 * @throws ProblemError if the disk is full or cannot be written
 */
export async function unsandboxedSetup(
  example: Example,
  installation: Installation,
  { python: environment, packages }: RunPython,
  conditions: Conditions,
): Promise<RunSetup> {
  // Only an expected 0 could be mistaken, and real-time signals are where there is a /proc.
  const needsShell = HAS_PROCFS && expectedExit(example.contract) === 0;
  const bin = dirname(environment);
  // Without the global interpreter lock, the environment may lack this name.
  const named = join(bin, installation.name);
  const python = existsSync(named) ? named : environment;
  // A shell would report a missing program as an exit code.
  if (needsShell) await access(python);
  const harness = harnessFolder(environment);
  const made = await withFileProblem(tmpdir(), () => makeRunFolder(example, harness));
  const folders = { ...made, packages };
  return {
    folders,
    python,
    wrapper: needsShell ? ['/bin/sh', '-c', SHELL, 'sh'] : [],
    env: runEnvironment(folders, bin, example.contract, conditions),
    // Without a shell around the program there is nothing that could report.
    outputLimits: outputs(needsShell ? SHELL_FD : HARNESS_FD),
    inputs: [],
    depth: needsShell ? 1 : 0,
    renamings: [
      [harness, PLACE.harness],
      ...(packages === undefined ? [] : [[packages, PLACE.packages] as const]),
      [dirname(bin), PLACE.python],
      [python, `${PLACE.python}/bin/${installation.name}`],
      [folders.home, PLACE.home],
      [folders.temporary, PLACE.temporary],
      ...installationNames(installation),
    ],
  };
}

/** Synchronous: for a few small files that is faster than the thread pool. */
function makeRunFolder(example: Example, harness: string): RunFolders {
  const root = realpathSync(mkdtempSync(join(tmpdir(), RUN_FOLDER_PREFIX)));
  const home = join(root, 'home');
  const folders = { root, home, work: join(home, 'work'), temporary: join(root, 'tmp'), harness };
  for (const folder of [home, folders.work, folders.temporary]) makeFolder(folder);
  for (const [path, bytes] of example.files) {
    const file = join(folders.work, path);
    makeFolder(dirname(file));
    writeFileSync(file, bytes);
    chmodSync(file, 0o644);
  }
  return folders;
}

/** Makes a folder with the mode that it has on each machine. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
  chmodSync(path, 0o755);
}

/** Removes the folder of a run, with all that the run left in it. @param root see `RunFolders` */
export async function removeRunFolder(root: string): Promise<void> {
  try {
    rmSync(root, { recursive: true, force: true });
  } catch {
    // The program may have removed its own permissions, or nested folders so deep that no path reaches the
    // innermost one. These two commands walk step by step.
    const { execa } = await import('execa');
    await execa('chmod', ['-R', 'u+rwx', root], { stdin: 'ignore' });
    await execa('rm', ['-rf', root], { stdin: 'ignore' });
  }
}

/**
 * Removes the folders of runs whose runner was killed, and kills what still runs there. Folders of a live
 * runner, here or in another terminal, stay.
 * @param parent the folder that holds them
 */
export async function removeStaleRuns(
  parent: string = tmpdir(),
  remove: (folder: string) => Promise<void> = removeRunFolder,
): Promise<void> {
  const stale = (await readdir(parent).catch(() => [] as string[]))
    .filter(name => name.startsWith('verbatim-') && isOwnerDead(name))
    .map(name => join(parent, name));
  if (stale.length === 0) return;
  // Unsandboxed programs outlive a runner that is killed. Their working folder shows which run they belong
  // to, if there is a /proc.
  for (const pid of HAS_PROCFS ? listProcesses() : []) {
    const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => '');
    if (stale.some(folder => cwd.startsWith(`${folder}/`))) signalProcess(pid, 'SIGKILL');
  }
  // It may belong to another user, or be removed by another runner at this moment: nothing depends on it.
  await Promise.all(stale.map(folder => remove(folder).catch(() => undefined)));
}
