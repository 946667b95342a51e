import type { Words } from '../en/en.ts';
import { deFrame } from './frame.ts';
import { dePromise } from './promise.ts';
import { deProof } from './proof.ts';
import { deTimeline } from './timeline.ts';

/** The words of the site in German. */
export const de: Words = { frame: deFrame, promise: dePromise, proof: deProof, timeline: deTimeline };
