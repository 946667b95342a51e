import { enFrame } from './frame.ts';
import { enPromise } from './promise.ts';
import { enResult } from './result.ts';
import { enTimeline } from './timeline.ts';

/** The words of the site in English: what pages say besides what authors write. */
export const en = { frame: enFrame, promise: enPromise, result: enResult, timeline: enTimeline };

/** The words of the site in one language. A text with a number in it is a function. */
export type Words = typeof en;
