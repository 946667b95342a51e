import { type LimitName, RUN_LIMITS } from '../../core/contract/run-limits.ts';
import { machineMemory, mappedMemory, PAGE_BYTES, unnamedMemory } from './memory.ts';
import { type PidMark, processesSince } from './pid-window.ts';
import { HAS_PROCFS, type ProcessStat } from './procfs.ts';
import { membersOfRuns, type RunOrigin } from './run-members.ts';
import { type Storage, storageBelow, storageOfFileSystems, writableMemory } from './storage.ts';

/** A run that ends before the first look costs nothing: most do. */
const INTERVAL_MS = 100;
/** What takes long is looked at again only after so many times as long. */
const REST = 10;
/** Open files are looked at again after so long: memory can hide in them, but seldom does. */
const OPEN_FILES_REST_MS = 1000;
/** Share of the machine's memory that has to be left. */
const MEMORY_RESERVE = 1 / 16;

type Members = ReadonlyMap<number, ProcessStat>;

interface WatchedRun extends RunOrigin {
  readonly mark: PidMark;
  readonly onExcess: (limit: LimitName) => void;
  /** Bytes of memory that this machine could still give when it started. */
  readonly availableAtStart: number;
  readonly mapped: (pids: readonly number[]) => number;
  readonly unnamed: (pids: readonly number[]) => number;
  readonly storage: (members: Members) => Storage;
}

/** Oldest first. */
const watched = new Set<WatchedRun>();
let timer: NodeJS.Timeout | undefined;

/**
 * Calls `onExcess` when all processes of a run together take more than `RUN_LIMITS` permits.
 * @param folder that of an unsandboxed run
 * @returns a function that ends the watch
 */
export function watchLimits(
  mark: PidMark,
  folder: string | undefined,
  onExcess: WatchedRun['onExcess'],
): () => void {
  if (!HAS_PROCFS) return () => undefined;
  const { pid } = mark;
  const run: WatchedRun = {
    pid,
    mark,
    folder,
    onExcess,
    availableAtStart: machineMemory().available,
    mapped: paced(mappedMemory),
    unnamed: seldomUnnamed(),
    storage: paced(
      folder === undefined ? storageInSandbox(pid) : () => storageBelow(folder, RUN_LIMITS.files),
    ),
  };
  watched.add(run);
  timer ??= setInterval(lookAtAll, INTERVAL_MS).unref();
  return () => {
    watched.delete(run);
    if (watched.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function lookAtAll(): void {
  const [oldest] = watched;
  if (oldest === undefined) return;
  const { available, total } = machineMemory();
  for (const [run, members] of membersOfRuns([...watched], processesSince(oldest.mark))) {
    const hasShrunk = run.availableAtStart - available > RUN_LIMITS.memoryBytes;
    const isShort = hasShrunk && available < total * MEMORY_RESERVE;
    const excess = findExcess(run, members) ?? (isShort ? 'machine-memory' : undefined);
    if (excess !== undefined) run.onExcess(excess);
  }
}

function findExcess(run: WatchedRun, members: Members): LimitName | undefined {
  const pids = [...members.keys()];
  const sum = (key: 'threads' | 'pages'): number =>
    members.values().reduce((total, stat) => total + stat[key], 0);
  if (pids.length > RUN_LIMITS.processes) return 'process-limit';
  if (sum('threads') > RUN_LIMITS.threads) return 'thread-limit';
  const unnamed = run.unnamed(pids);
  // Pages that several processes share count for each of them here, so this only says when to look closer.
  const atMost = sum('pages') * PAGE_BYTES + unnamed;
  if (atMost > RUN_LIMITS.memoryBytes && run.mapped(pids) + unnamed > RUN_LIMITS.memoryBytes)
    return 'memory-limit';
  const { files, bytes } = run.storage(members);
  if (files > RUN_LIMITS.files) return 'file-limit';
  return bytes > RUN_LIMITS.fileBytes ? 'disk-limit' : undefined;
}

/** @param started the process that was started for the run: bubblewrap */
function storageInSandbox(started: number): (members: Members) => Storage {
  let fileSystems: readonly string[] = [];
  return members => {
    // bubblewrap starts its init, and that the shell, when the file systems are there.
    const parentOf = (pid: number): number => members.get(pid)?.parent ?? 0;
    const shell = members.keys().find(pid => parentOf(parentOf(pid)) === started);
    if (fileSystems.length === 0 && shell !== undefined) fileSystems = writableMemory(shell);
    return storageOfFileSystems(fileSystems);
  };
}

/** Makes a look seldom: until it has rested for as long as it takes, its last result holds. */
function paced<Seen, Found>(look: (seen: Seen) => Found): (seen: Seen) => Found {
  let last: { readonly found: Found; readonly until: number } | undefined;
  return seen => {
    const start = performance.now();
    if (last !== undefined && start < last.until) return last.found;
    const found = look(seen);
    const end = performance.now();
    last = { found, until: end + REST * (end - start) };
    return found;
  };
}

/** Looks at open files once a second, and not in the first one. */
function seldomUnnamed(): (pids: readonly number[]) => number {
  let [bytes, next] = [0, performance.now() + OPEN_FILES_REST_MS];
  return pids => {
    if (performance.now() < next) return bytes;
    bytes = unnamedMemory(pids);
    next = performance.now() + OPEN_FILES_REST_MS;
    return bytes;
  };
}
