import type { Words } from '../en/en.ts';
import { deFrame } from './frame.ts';
import { dePromise } from './promise.ts';
import { deResult } from './result.ts';
import { deTimeline } from './timeline.ts';

/** The words of the site in German. */
export const de: Words = { frame: deFrame, promise: dePromise, result: deResult, timeline: deTimeline };
