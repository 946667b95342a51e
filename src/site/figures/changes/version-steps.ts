import { buildOf, newestFirst, tagOf } from '../../../core/python-version.ts';
import { isAuthentic, type Recording } from '../../../core/verdict/recording.ts';

/** Two recordings of one example: what a version prints, and what the version before it printed. */
export interface VersionStep {
  /** Tags of the two: `3.13t` and `3.13`. */
  readonly tag: string;
  readonly than: string;
  readonly before: Recording;
  readonly after: Recording;
}

/** A recording with the version that it stands for: its only one, or the one that it was accepted on. */
interface Point {
  readonly tag: string;
  readonly recording: Recording;
}

/**
 * Each version of which a recording is known, with the version before it. A free-threaded build follows the
 * one before it of its kind; the first of them follows the same version with the lock.
 * @param recorded all recordings of an example; the one for all versions is first
 */
export function versionSteps(recorded: readonly Recording[]): readonly VersionStep[] {
  const points = pointsOf(recorded);
  return points.flatMap(({ tag, recording }) => {
    const before = pointBefore(tag, points);
    return before === undefined
      ? []
      : [{ tag, than: before.tag, before: before.recording, after: recording }];
  });
}

function pointsOf(recorded: readonly Recording[]): readonly Point[] {
  const known = recorded.filter(isAuthentic).map(recording => {
    const { python: version, gil = true } = recording.receipt;
    return { tag: recording.tag ?? tagOf({ version, gil }), recording };
  });
  // A version with a recording of its own prints that, whoever wrote the one for all.
  const own = new Set(known.flatMap(({ recording }) => recording.tag ?? []));
  const points = known.filter(({ tag, recording }) => recording.tag !== undefined || !own.has(tag));
  return newestFirst(points.map(point => ({ ...point, ...buildOf(point.tag) })));
}

/** @param points the newest first, those with the lock before all others */
function pointBefore(tag: string, points: readonly Point[]): Point | undefined {
  const { version, gil } = buildOf(tag);
  const isSameKind = (point: Point): boolean => buildOf(point.tag).gil === gil;
  const older = points.slice(points.findIndex(point => point.tag === tag) + 1).find(isSameKind);
  if (older !== undefined || gil) return older;
  const locked = points.filter(point => buildOf(point.tag).gil);
  const common = locked.find(({ recording }) => recording.tag === undefined);
  return locked.find(point => point.tag === version) ?? common ?? locked[0];
}
