import { readProc, type ProcessStat, readStat } from './procfs.ts';

/** What is known of a run whose processes are looked for. */
export interface RunOrigin {
  /** The process that was started for it, which leads a process group. */
  readonly pid: number;
  /** Folder of an unsandboxed run. Its path is in the environment of all its processes. */
  readonly folder?: string | undefined;
}

/** The processes of some runs at one moment, by the run; all that are not listed belong to none. */
export function membersOfRuns<Run extends RunOrigin>(
  runs: readonly Run[],
  pids: readonly number[],
): Map<Run, Map<number, ProcessStat>> {
  const byPid = new Map(runs.map(run => [run.pid, run]));
  const stats = new Map<number, ProcessStat>();
  for (const pid of pids) {
    const stat = readStat(`/proc/${pid}/stat`);
    if (stat !== undefined) stats.set(pid, stat);
  }
  const members = new Map(runs.map(run => [run, new Map<number, ProcessStat>()]));
  for (const [pid, stat] of stats) {
    const run = byFamily(pid, stats, byPid) ?? byFolder(pid, runs);
    if (run !== undefined) members.get(run)?.set(pid, stat);
  }
  return members;
}

/** The run that a process belongs to by its group, or by an ancestor. */
function byFamily<Run extends RunOrigin>(
  pid: number,
  stats: ReadonlyMap<number, ProcessStat>,
  runs: ReadonlyMap<number, Run>,
): Run | undefined {
  const own = runs.get(stats.get(pid)?.group ?? 0);
  if (own !== undefined) return own;
  // The stats are of different moments, so parents could form a circle.
  const visited = new Set<number>();
  for (let ancestor: number | undefined = pid; ancestor !== undefined && !visited.has(ancestor);) {
    const run = runs.get(ancestor);
    if (run !== undefined) return run;
    visited.add(ancestor);
    ancestor = stats.get(ancestor)?.parent;
  }
  return undefined;
}

/** The unsandboxed run that a process has escaped from: it left its group, and its parent has ended. */
function byFolder<Run extends RunOrigin>(pid: number, runs: readonly Run[]): Run | undefined {
  const unsandboxed = runs.filter(({ folder }) => folder !== undefined);
  if (unsandboxed.length === 0) return undefined;
  const environment = readProc(`/proc/${pid}/environ`) ?? '';
  return unsandboxed.find(({ folder }) => environment.includes(`=${folder}/`));
}
