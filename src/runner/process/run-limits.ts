import { type LimitName, RUN_LIMITS } from '../../core/contract/run-limits.ts';
import { machineMemory, memoryHeld, PAGE_BYTES } from './memory.ts';
import { type PidMark, processesSince } from './pid-window.ts';
import { HAS_PROCFS, type ProcessStat } from './procfs.ts';
import { membersOfRuns, type RunOrigin } from './run-members.ts';
import { type Storage, storageBelow, storageOfFileSystems, writableMemory } from './storage.ts';

/** A run that ends before the first look costs nothing. */
const INTERVAL_MS = 50;
/** What takes long is looked at again only after so many times as long. */
const REST = 10;
/** Share of the machine's memory that has to be left. */
const MEMORY_RESERVE = 1 / 16;

interface WatchedRun extends RunOrigin {
  readonly mark: PidMark;
  readonly onExcess: (limit: LimitName) => void;
  /** Bytes of memory that this machine could still give when it started. */
  readonly availableAtStart: number;
  /** The file systems in memory that a sandboxed run writes to, once they are there. */
  fileSystems: readonly string[];
  /** When what takes long may be looked at again. */
  nextMemory: number;
  nextStorage: number;
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
  const availableAtStart = machineMemory().available;
  const { pid } = mark;
  const run = {
    pid,
    mark,
    folder,
    onExcess,
    availableAtStart,
    fileSystems: [],
    nextMemory: 0,
    nextStorage: 0,
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
  const isShort = available < total * MEMORY_RESERVE;
  for (const [run, members] of membersOfRuns([...watched], processesSince(oldest.mark))) {
    const hasShrunk = run.availableAtStart - available > RUN_LIMITS.memoryBytes;
    const excess =
      findExcess(run, members, hasShrunk) ?? (hasShrunk && isShort ? 'machine-memory' : undefined);
    if (excess !== undefined) run.onExcess(excess);
  }
}

/** @param hasShrunk whether the memory of this machine is much less than when the run started */
function findExcess(
  run: WatchedRun,
  members: ReadonlyMap<number, ProcessStat>,
  hasShrunk: boolean,
): LimitName | undefined {
  if (members.size > RUN_LIMITS.processes) return 'process-limit';
  const stats = [...members.values()];
  if (sum(stats.map(({ threads }) => threads)) > RUN_LIMITS.threads) return 'thread-limit';
  // Pages that several processes share count for each of them here, so this only says when to look closer.
  const atMost = sum(stats.map(({ pages }) => pages)) * PAGE_BYTES;
  if (atMost > RUN_LIMITS.memoryBytes || hasShrunk) {
    const held = seldom(run, 'nextMemory', () => memoryHeld([...members.keys()]));
    if (held !== undefined && held > RUN_LIMITS.memoryBytes) return 'memory-limit';
  }
  const storage = seldom(run, 'nextStorage', () => storageOf(run, members));
  if (storage === undefined) return undefined;
  if (storage.files > RUN_LIMITS.files) return 'file-limit';
  return storage.bytes > RUN_LIMITS.fileBytes ? 'disk-limit' : undefined;
}

function storageOf(run: WatchedRun, members: ReadonlyMap<number, ProcessStat>): Storage {
  if (run.folder !== undefined) return storageBelow(run.folder, RUN_LIMITS.files);
  if (run.fileSystems.length === 0) {
    // bubblewrap starts its init, and that the shell, when the file systems are there.
    const parentOf = (pid: number): number => members.get(pid)?.parent ?? 0;
    const shell = [...members.keys()].find(pid => parentOf(parentOf(pid)) === run.pid);
    if (shell !== undefined) run.fileSystems = writableMemory(shell);
  }
  return storageOfFileSystems(run.fileSystems);
}

/** Does something unless it has just taken long; undefined then. */
function seldom<T>(run: WatchedRun, next: 'nextMemory' | 'nextStorage', look: () => T): T | undefined {
  const start = performance.now();
  if (start < run[next]) return undefined;
  const result = look();
  const end = performance.now();
  run[next] = end + REST * (end - start);
  return result;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
