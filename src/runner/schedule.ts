import { availableParallelism } from 'node:os';
import { canObserve, follow } from './process-group.ts';

/** How often the running groups are looked at, and how often in turn one must be found idle to count as asleep. */
const LOOK_EVERY_MS = 25;
const IDLE_LOOKS = 2;
/** Runs at the same time, asleep or not, for each core. */
const RUNS_PER_CORE = 16;

/** What a task tells the schedule once its process has started. */
export type Started = (group: number) => void;

interface Lease {
  readonly cores: number;
  group?: number;
  ticks: number;
  idleLooks: number;
  asleep: boolean;
}

/**
 * Runs tasks so that as many compute at the same time as there are cores, while those asleep cost nothing:
 * a process whose threads all wait gives its core back. One that asks for several cores keeps them to its end.
 */
export class Schedule {
  readonly #cores: number;
  readonly #maxRuns: number;
  readonly #leases = new Set<Lease>();
  readonly #waiting: { readonly cores: number; readonly start: (lease: Lease) => void }[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(cores: number = availableParallelism()) {
    this.#cores = cores;
    this.#maxRuns = cores * RUNS_PER_CORE;
  }

  /** Runs one task when its turn comes; first come, first served. */
  async run<T>(cores: number, task: (started: Started) => Promise<T>): Promise<T> {
    const lease = await new Promise<Lease>((start) => {
      this.#waiting.push({ cores: Math.min(cores, this.#cores), start });
      this.#admit();
    });
    try {
      return await task((group) => {
        lease.group = group;
      });
    } finally {
      this.#leases.delete(lease);
      this.#admit();
    }
  }

  #admit(): void {
    for (let next = this.#waiting[0]; next !== undefined && this.#fits(next.cores); next = this.#waiting[0]) {
      this.#waiting.shift();
      const lease: Lease = { cores: next.cores, ticks: -1, idleLooks: 0, asleep: false };
      this.#leases.add(lease);
      next.start(lease);
    }
    if (this.#waiting.length === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    } else this.#timer ??= setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  #fits(cores: number): boolean {
    const used = [...this.#leases].filter((lease) => !lease.asleep).reduce((sum, lease) => sum + lease.cores, 0);
    return used + cores <= this.#cores && this.#leases.size < this.#maxRuns;
  }

  #look(): void {
    const awake = [...this.#leases].filter((lease) => !lease.asleep && lease.cores === 1 && lease.group !== undefined);
    // Looking costs time that an example measures: only where somebody is to be looked at.
    if (awake.length === 0) return this.#admit();
    // Where a system does not tell what processes do, a run counts as asleep after two looks.
    for (const lease of awake) {
      const now = canObserve ? follow(lease.group as number) : { busy: false, ticks: lease.ticks };
      if (now === undefined) continue;
      lease.idleLooks = now.busy || now.ticks !== lease.ticks ? 0 : lease.idleLooks + 1;
      lease.ticks = now.ticks;
      lease.asleep = lease.idleLooks >= IDLE_LOOKS;
    }
    this.#admit();
  }
}
