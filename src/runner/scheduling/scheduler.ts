import { availableParallelism } from 'node:os';
import type { Contract } from '../../core/contract/contract-schema.ts';
import { isBounded } from '../../core/contract/mask.ts';
import { canObserve, follow } from '../process/process-group.ts';

/** How often the running groups are looked at, and how often in turn one must be found idle to count as asleep. */
const LOOK_EVERY_MS = 10;
const IDLE_LOOKS = 2;
/** No interpreter sleeps before that: it is starting. */
const STARTING_MS = 20;
/** Runs at the same time, asleep or not, for each core. */
const RUNS_PER_CORE = 16;
/** Runs awake beyond the cores: between the end of one and the first step of the next, and until a sleeper is noticed, a core would stand idle. */
const SPARE = 1;

/** What a task needs of the machine. */
export interface Demand {
  readonly cores: number;
  /** Whether something that it measures is checked: then no more compute beside it than there are cores. */
  readonly measures: boolean;
}

/** What a run under a contract needs of the machine. */
export function demandOf({ cores, elapsed, mask }: Pick<Contract, 'cores' | 'elapsed' | 'mask'>): Demand {
  return { cores, measures: cores > 1 || elapsed !== undefined || mask.some(isBounded) };
}

/** What a task tells the schedule of its process. */
export interface Telling {
  /** That it has started, and its process group. */
  readonly onStart: (group: number) => void;
  /** That it has ended: what the task still does computes nothing that is measured, so the next may begin. */
  readonly onEnd: () => void;
}

interface Lease extends Demand {
  group?: number;
  startedAt: number;
  /** Which of its processes computed when it was last looked at. */
  likely?: number | undefined;
  ticks: number;
  idleLooks: number;
  asleep: boolean;
}

/**
 * Runs tasks so that as many compute at the same time as there are cores, while those asleep cost nothing:
 * a process whose threads all wait gives its core back. One that asks for several cores keeps them to its end. Where the number of cores
 * was not asked for and nothing is measured, one more computes, so that none stands idle.
 */
export class Schedule {
  readonly #cores: number;
  readonly #spare: number;
  readonly #maxRuns: number;
  readonly #leases = new Set<Lease>();
  readonly #waiting: { readonly demand: Demand; readonly start: (lease: Lease) => void }[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** @param cores how many compute at the same time; absent: as many as this machine has cores for */
  constructor(cores?: number) {
    this.#cores = cores ?? availableParallelism();
    this.#spare = cores === undefined ? SPARE : 0;
    this.#maxRuns = this.#cores * RUNS_PER_CORE;
  }

  /** Runs one task when its turn comes; first come, first served. */
  async run<T>({ cores, measures }: Demand, task: (telling: Telling) => Promise<T>): Promise<T> {
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
    for (
      let next = this.#waiting[0];
      next !== undefined && this.#fits(next.demand);
      next = this.#waiting[0]
    ) {
      this.#waiting.shift();
      const lease: Lease = { ...next.demand, startedAt: 0, ticks: -1, idleLooks: 0, asleep: false };
      this.#leases.add(lease);
      next.start(lease);
    }
    if (this.#waiting.length === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    } else this.#timer ??= setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  #fits(demand: Demand): boolean {
    const all = [demand, ...this.#leases];
    // One that measures may be about to wake up.
    const room = this.#cores + (all.some(({ measures }) => measures) ? 0 : this.#spare);
    const used = [...this.#leases]
      .filter(lease => !lease.asleep)
      .reduce((sum, { cores }) => sum + cores, demand.cores);
    return used <= room && this.#leases.size < this.#maxRuns;
  }

  #look(): void {
    const started = performance.now() - STARTING_MS;
    const awake = [...this.#leases].filter(
      lease => !lease.asleep && lease.cores === 1 && lease.group !== undefined && lease.startedAt < started,
    );
    // Looking costs time that an example measures: only where somebody is to be looked at.
    if (awake.length === 0) return this.#admit();
    // Where a system does not tell what processes do, a run counts as asleep after two looks.
    for (const lease of awake) {
      const now = canObserve
        ? follow(lease.group as number, lease.likely)
        : { busy: false as const, ticks: lease.ticks };
      if (now === undefined) continue;
      lease.likely = now.busy ? now.pid : undefined;
      lease.idleLooks = now.busy || now.ticks !== lease.ticks ? 0 : lease.idleLooks + 1;
      if (!now.busy) lease.ticks = now.ticks;
      lease.asleep = lease.idleLooks >= IDLE_LOOKS;
    }
    this.#admit();
  }
}
