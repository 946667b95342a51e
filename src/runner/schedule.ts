import { availableParallelism } from 'node:os';
import { canObserve, follow } from './process-group.ts';

/** How often the running groups are looked at, and how often in turn one must be found idle to count as asleep. */
const LOOK_EVERY_MS = 10;
const IDLE_LOOKS = 2;
/** No interpreter sleeps before that: it is starting. */
const STARTING_MS = 20;
/** Runs at the same time, asleep or not, for each core. */
const RUNS_PER_CORE = 16;

/** What a task tells the schedule of its process. */
export interface Telling {
  /** That it has started, and its process group. */
  readonly onStart: (group: number) => void;
  /** That it has ended: what the task still does computes nothing that is measured, so the next may begin. */
  readonly onEnd: () => void;
}

interface Lease {
  readonly cores: number;
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
  async run<T>(cores: number, task: (telling: Telling) => Promise<T>): Promise<T> {
    const lease = await new Promise<Lease>((start) => {
      this.#waiting.push({ cores: Math.min(cores, this.#cores), start });
      this.#admit();
    });
    const onEnd = (): void => {
      if (this.#leases.delete(lease)) this.#admit();
    };
    try {
      return await task({
        onStart: (group) => {
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
    for (let next = this.#waiting[0]; next !== undefined && this.#fits(next.cores); next = this.#waiting[0]) {
      this.#waiting.shift();
      const lease: Lease = { cores: next.cores, startedAt: 0, ticks: -1, idleLooks: 0, asleep: false };
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
    const started = performance.now() - STARTING_MS;
    const awake = [...this.#leases].filter((lease) => !lease.asleep && lease.cores === 1 && lease.group !== undefined && lease.startedAt < started);
    // Looking costs time that an example measures: only where somebody is to be looked at.
    if (awake.length === 0) return this.#admit();
    // Where a system does not tell what processes do, a run counts as asleep after two looks.
    for (const lease of awake) {
      const now = canObserve ? follow(lease.group as number, lease.likely) : { busy: false as const, ticks: lease.ticks };
      if (now === undefined) continue;
      lease.likely = now.busy ? now.pid : undefined;
      lease.idleLooks = now.busy || now.ticks !== lease.ticks ? 0 : lease.idleLooks + 1;
      if (!now.busy) lease.ticks = now.ticks;
      lease.asleep = lease.idleLooks >= IDLE_LOOKS;
    }
    this.#admit();
  }
}
