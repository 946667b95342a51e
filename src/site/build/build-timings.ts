import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rendering } from '../incremental/reuse-pages.ts';

/** Parts of a build, in their order; while the audit runs, or just before, sitemap and search index are made. */
export type Phase = 'verify' | 'resolve' | 'bundle' | 'render' | 'audit';

/** What a build tells of itself, for those who measure it. */
export interface BuildReport extends Rendering {
  /** Seconds of each part. */
  readonly phases: Readonly<Record<string, number>>;
}

/** Takes the time of a build's parts, one after the other. */
export class Stopwatch {
  readonly #seconds = new Map<Phase, number>();
  #since = performance.now();

  /** Ends a part: what has passed since the last one was this. @param before seconds of it that passed before this was begun */
  lap(phase: Phase, before = 0): void {
    const now = performance.now();
    this.#seconds.set(phase, (this.#seconds.get(phase) ?? 0) + before + (now - this.#since) / 1000);
    this.#since = now;
  }

  /** Writes `.verbatim/build.json`. */
  report(root: string, done: Rendering): void {
    const report: BuildReport = { ...done, phases: Object.fromEntries(this.#seconds) };
    writeFileSync(join(root, '.verbatim', 'build.json'), `${JSON.stringify(report)}\n`);
  }
}
