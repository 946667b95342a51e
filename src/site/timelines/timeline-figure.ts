import type { Words } from '../../core/words/en/en.ts';
import type { Timeline } from '../../core/timeline/timeline.ts';
import {
  handoverText,
  type ListedLane,
  listedLanes,
  type NumberedOutput,
  numberedOutputs,
} from './facts/timeline-facts.ts';
import { drawingKey, type KeyEntry } from './drawing/drawing-key.ts';
import { drawTimeline } from './drawing/draw-timeline.ts';

/** A recorded timeline, and what it was recorded on. */
export interface KnownTimeline {
  readonly timeline: Timeline;
  /** The version of CPython that it was recorded with; absent if its recording was not accepted. */
  readonly python?: string | undefined;
  /** Whether a run of this build had the same structure. */
  readonly isVerified: boolean;
}

/** What pages show of a timeline, with or without a figure of its own. */
export interface TimelineContent {
  /** Id of the example. */
  readonly id: string;
  /** `What each thread did` */
  readonly heading: string;
  /** Two drawings, as SVG. */
  readonly drawing: string;
  /** What the forms of the drawing mean. */
  readonly key: readonly KeyEntry[];
  readonly lanes: readonly ListedLane[];
  readonly handovers: readonly string[];
  readonly outputs: readonly NumberedOutput[];
  /** Absent if it is not verified. */
  readonly proof?: string | undefined;
}

/** Everything that `<Timeline>` shows. */
export interface TimelineFigure extends TimelineContent {
  readonly kind: 'timeline';
  /** Unique on its page. */
  readonly anchor: string;
  /** The file's name, or the contract's title. */
  readonly title: string;
}

/** A timeline → what pages show of it. */
export function timelineContent(
  id: string,
  { timeline, python, isVerified }: KnownTimeline,
  words: Words['timeline'],
  heading?: string,
): TimelineContent {
  return {
    id,
    heading: heading ?? words.heading([...new Set(timeline.lanes.map(({ kind }) => kind))]),
    drawing: drawTimeline(timeline, words),
    key: drawingKey(timeline, words.key),
    lanes: listedLanes(timeline, words),
    handovers: timeline.handovers.map(handover => handoverText(handover, timeline, words)),
    outputs: numberedOutputs(timeline),
    proof: isVerified && python !== undefined ? words.proof(python) : undefined,
  };
}
