import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { access, readdir, readlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expectedExit } from '../../core/contract/contract-schema.ts';
import type { Example } from '../../core/example/example.ts';
import { withFileProblem } from '../../core/problems/system-error.ts';
import { isOwnerDead, OWNER } from '../files/process-tag.ts';
import { signalProcess } from '../process/process-group.ts';
import { HAS_PROCFS, listProcesses } from '../process/procfs.ts';
import { PROGRAM_ENDED, SHELL_FD } from '../process/shell-report.ts';
import type { RunFolders } from '../python/run-environment.ts';
import type { RunSetup } from '../sandbox/bubblewrap-command.ts';

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
 * @param python that of the interpreter's empty environment
 * @throws ProblemError if the disk is full or cannot be written
 */
export async function unsandboxedSetup(example: Example, python: string): Promise<RunSetup> {
  // Only an expected 0 could be mistaken, and real-time signals are where there is a /proc.
  const needsShell = HAS_PROCFS && expectedExit(example.contract) === 0;
  // A shell would report a missing program as an exit code.
  if (needsShell) await access(python);
  const folders = await withFileProblem(tmpdir(), () => makeRunFolder(example));
  const wrapper = needsShell ? ['/bin/sh', '-c', SHELL, 'sh'] : [];
  return { folders, python, wrapper, inputs: [], depth: needsShell ? 1 : 0 };
}

/** Synchronous: for a few small files that is faster than the thread pool. */
function makeRunFolder(example: Example): RunFolders {
  const root = realpathSync(mkdtempSync(join(tmpdir(), RUN_FOLDER_PREFIX)));
  const folders = { root, work: join(root, 'work'), home: join(root, 'home'), temporary: join(root, 'tmp') };
  for (const folder of [folders.work, folders.home, folders.temporary]) mkdirSync(folder);
  for (const [path, bytes] of example.files) {
    const file = join(folders.work, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return folders;
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
