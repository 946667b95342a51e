import type { Words } from '../en/en.ts';
import { deFrame } from './frame.ts';
import { deFront } from './front.ts';

/** The words of the site in German. */
export const de: Words = { frame: deFrame, front: deFront };
