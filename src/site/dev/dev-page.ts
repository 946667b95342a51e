import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../../core/problems/problem.ts';
import type { BrokenExample } from '../../runner/examples/discover-examples.ts';
import type { ExampleState } from './examples/live-runs.ts';
import type { ArticlePlan } from './plan-article.ts';
import type { ExampleStates } from './resolve-slot.ts';
import type { FilledSlot } from './slot-store.ts';

/** A page that somebody has opened. */
export interface DevPage {
  /** Its URL path: `/advanced/locks/`. */
  readonly href: string;
  /** Goes up each time that the page shows something else. */
  version: number;
  /** Ids of the examples that it shows. */
  exampleIds: ReadonlySet<string>;
  /** The plan of its last text that could be parsed; absent on the page of an example. */
  plan?: ArticlePlan | undefined;
  /** Digest of the plan that was compiled last; absent until the first time. */
  compiled?: string | undefined;
  /** Why the compiler refused a plan in which the checks found nothing; absent if it has not. */
  refusal?: { readonly digest: string; readonly problem: Problem } | undefined;
  slots: Map<string, FilledSlot>;
  /** Settles when the page is prepared: it is prepared for one text after the other. */
  turn: Promise<unknown>;
}

/** A page as its files are now. */
export interface PageUpdate {
  /** Path of its article; absent on the page of an example. */
  readonly file?: string | undefined;
  readonly version: number;
  /** Whether an example of the page is running. */
  readonly running: boolean;
  /** Whether the article was compiled from another plan, and has to be compiled again. */
  readonly isStale: boolean;
}

/** Does something with a page when everything before it is done. */
export function inTurn<T>(page: DevPage, work: () => Promise<T>): Promise<T> {
  const done = page.turn.then(work);
  page.turn = done.catch(() => undefined);
  return done;
}

/** Gives a page its new slots, and a new version if they differ. */
export function updatePage(
  page: DevPage,
  states: ExampleStates,
  file: string | undefined,
  slotsOf: (version: number) => DevPage['slots'],
): PageUpdate {
  if (!isDeepStrictEqual(slotsOf(page.version), page.slots)) page.version += 1;
  page.slots = slotsOf(page.version);
  const running = [...states.values()].some(isRunning);
  const isStale = page.plan?.digest !== page.compiled;
  return { file, version: page.version, running, isStale };
}

function isRunning(state: ExampleState | BrokenExample): boolean {
  return (
    'running' in state &&
    (state.running || [...state.variants, state.timeline].some(each => each !== undefined && isRunning(each)))
  );
}
