import { pythonName } from '../../../core/python-version.ts';
import { parseTimeline } from '../../../core/timeline/format-timeline.ts';
import type { Timeline } from '../../../core/timeline/timeline.ts';
import type { Recording } from '../../../core/verdict/recording.ts';

/** A timeline that a site may show, and the version of CPython that it was recorded with. */
export interface ShownTimeline {
  readonly timeline: Timeline;
  readonly python: string;
}

/** What of an example its timeline depends on. */
export interface WithShownTimeline {
  readonly title: string;
  readonly timeline?: { readonly shown?: ShownTimeline | undefined } | undefined;
}

/** A recording of a watched run that this build verified → what is shown of it. */
export function shownTimeline(
  recording: Pick<Recording, 'out' | 'receipt'> | undefined,
): ShownTimeline | undefined {
  const timeline = recording && parseTimeline(recording.out);
  if (timeline === undefined || recording?.receipt === undefined) return undefined;
  const { python: version, gil = true } = recording.receipt;
  return { timeline, python: pythonName({ version, gil }) };
}
