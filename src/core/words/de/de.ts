import type { Words } from '../en/en.ts';
import { deFrame } from './frame.ts';
import { deRunLine } from './run-line.ts';

/** The words of the site in German. */
export const de: Words = { frame: deFrame, runLine: deRunLine };
