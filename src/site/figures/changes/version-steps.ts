import { buildOf, sortTags, tagOf } from '../../../core/python-version.ts';
import {
  isAuthentic,
  type Recording,
  type Recordings,
  recordingFor,
} from '../../../core/verdict/recording.ts';

/** What a version prints, and what the version before it printed. */
export interface VersionStep {
  /** Tags of the two: `3.13t` and `3.13`. */
  readonly tag: string;
  readonly than: string;
  readonly before: Recording;
  readonly after: Recording;
}

/**
 * The versions of which recordings are known, each with the one before it. Between the oldest and the newest
 * of them, a version without a recording of its own prints what the recording for all holds. A free-threaded
 * build follows the last one of its kind that is known; the first follows the same version with the lock.
 * @param recorded all recordings of an example; the one for all versions is first
 */
export function versionSteps(recorded: readonly Recording[]): readonly VersionStep[] {
  const known = recorded.filter(isAuthentic);
  const own = new Map(known.flatMap(each => (each.tag === undefined ? [] : [[each.tag, each] as const])));
  const base = known.find(({ tag }) => tag === undefined);
  const all: Recordings = { base, versions: own };
  const writer = base && tagOf({ version: base.receipt.python, gil: base.receipt.gil ?? true });
  const tags = [...new Set([...own.keys(), ...(writer === undefined ? [] : [writer])])];
  const [locked, free] = [tags.filter(tag => !isFree(tag)), sortTags(tags.filter(isFree))];
  return [
    ...minorsBetween(locked).map((tag, index, minors) => stepOf(all, tag, minors[index + 1])),
    ...free.map((tag, index) => stepOf(all, tag, free[index + 1] ?? buildOf(tag).version)),
  ].filter(step => step !== undefined);
}

/** Undefined if there is no version before, or if one recording is that of both. */
function stepOf(all: Recordings, tag: string, than: string | undefined): VersionStep | undefined {
  const after = recordingFor(all, tag);
  const before = than === undefined ? undefined : recordingFor(all, than);
  if (than === undefined || before === undefined || after === undefined || before === after) return undefined;
  return { tag, than, before, after };
}

/** All minor versions from the newest of some to the oldest: `3.15`, `3.13` → `3.15`, `3.14`, `3.13`. */
function minorsBetween(tags: readonly string[]): readonly string[] {
  const minors = tags.map(tag => Number(tag.replace('3.', '')));
  const newest = Math.max(...minors);
  const count = tags.length === 0 ? 0 : newest - Math.min(...minors) + 1;
  return Array.from({ length: count }, (_, index) => `3.${newest - index}`);
}

function isFree(tag: string): boolean {
  return !buildOf(tag).gil;
}
