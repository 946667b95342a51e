import { availableParallelism } from 'node:os';
import type { Contract } from '../../core/contract/contract-schema.ts';
import { isBounded } from '../../core/contract/masks/mask.ts';
import { readActivity } from '../process/process-group.ts';
import { HAS_PROCFS } from '../process/procfs.ts';

/** How often the activity of runs is read. */
const POLL_INTERVAL_MS = 10;
/** A run counts as asleep after it was idle in so many polls in a row. */
const IDLE_POLLS = 2;
/** An interpreter that started less than this ago is not asleep but starting. */
const STARTING_MS = 20;
/** Runs at the same time for each core, asleep or not. */
const MAX_RUNS_PER_CORE = 16;
/**
 * Awake runs beyond the number of cores. Without one, a core is idle while a run starts, and until a sleeping
 * run is noticed.
 */
const SPARE_RUNS = 1;

/** What a task needs of the machine. */
export interface Demand {
  readonly cores: number;
  /** Whether something that it measures is checked. Then no spare run computes beside it. */
  readonly measures: boolean;
}

/** What a run needs of the machine, by its contract. */
export function demandOf({
  cores,
  elapsed,
  mask,
  form,
}: Pick<Contract, 'cores' | 'elapsed' | 'mask' | 'form'>): Demand {
  const measures = cores > 1 || elapsed !== undefined || mask.some(isBounded) || form !== undefined;
  return { cores, measures };
}

/** A task calls these about its process. */
interface ProcessCallbacks {
  /** The process has started, with this process group. */
  readonly onStart: (group: number) => void;
  /** The process has ended: the next may start, although the task itself has not finished. */
  readonly onEnd: () => void;
}

interface Lease extends Demand {
  group?: number;
  startedAt: number;
  /** CPU time at the last poll, in clock ticks. */
  ticks: number;
  idlePolls: number;
  asleep: boolean;
}

/**
 * Runs as many tasks at the same time as there are cores. A process whose threads all wait does not count:
 * its core is free for another. A task for several cores keeps them until it ends. If the number of cores was
 * not given and nothing is measured, one more task runs, so that no core is idle.
 */
export class Schedule {
  readonly #cores: number;
  readonly #spareRuns: number;
  readonly #maxRuns: number;
  readonly #leases = new Set<Lease>();
  readonly #waiting: { readonly demand: Demand; readonly start: (lease: Lease) => void }[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** @param cores how many tasks compute at the same time; absent: one for each core of this machine */
  constructor(cores?: number) {
    this.#cores = cores ?? availableParallelism();
    this.#spareRuns = cores === undefined ? SPARE_RUNS : 0;
    this.#maxRuns = this.#cores * MAX_RUNS_PER_CORE;
  }

  /** Runs a task when cores are free. Tasks start in the order in which they come. */
  async run<T>({ cores, measures }: Demand, task: (callbacks: ProcessCallbacks) => Promise<T>): Promise<T> {
    const lease = await new Promise<Lease>(start => {
      this.#waiting.push({ demand: { cores: Math.min(cores, this.#cores), measures }, start });
      this.#admit();
    });
    const onEnd = (): void => {
      if (this.#leases.delete(lease)) this.#admit();
    };
    try {
      return await task({
        onStart: group => {
          lease.group = group;
          lease.startedAt = performance.now();
        },
        onEnd,
      });
    } finally {
      onEnd();
    }
  }

  #admit(): void {
    for (const { demand, start } of [...this.#waiting]) {
      if (!this.#fits(demand)) break;
      this.#waiting.shift();
      const lease: Lease = { ...demand, startedAt: 0, ticks: -1, idlePolls: 0, asleep: false };
      this.#leases.add(lease);
      start(lease);
    }
    if (this.#waiting.length === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    } else this.#timer ??= setInterval(() => this.#poll(), POLL_INTERVAL_MS);
  }

  #fits(demand: Demand): boolean {
    const all = [demand, ...this.#leases];
    // Also if the one that measures is asleep: it may wake up.
    const room = this.#cores + (all.some(({ measures }) => measures) ? 0 : this.#spareRuns);
    const used = [...this.#leases]
      .filter(lease => !lease.asleep)
      .reduce((sum, { cores }) => sum + cores, demand.cores);
    return used <= room && this.#leases.size < this.#maxRuns;
  }

  /** Finds out which runs have fallen asleep. A run that sleeps once counts as asleep to its end. */
  #poll(): void {
    const startedBefore = performance.now() - STARTING_MS;
    for (const lease of this.#leases) {
      if (lease.asleep || lease.cores > 1 || lease.group === undefined) continue;
      if (lease.startedAt < startedBefore) updateLease(lease, lease.group);
    }
    this.#admit();
  }
}

function updateLease(lease: Lease, group: number): void {
  // On a system that does not show what processes do, each run counts as asleep after the first polls.
  const activity = HAS_PROCFS ? readActivity(group) : { busy: false, ticks: lease.ticks };
  if (activity === undefined) return;
  const isIdle = !activity.busy && activity.ticks === lease.ticks;
  lease.idlePolls = isIdle ? lease.idlePolls + 1 : 0;
  lease.asleep = lease.idlePolls >= IDLE_POLLS;
  if (!activity.busy) lease.ticks = activity.ticks;
}
