import { enFrame } from './frame.ts';
import { enRunLine } from './run-line.ts';

/** The words of the site in English: what pages say besides what authors write. */
export const en = { frame: enFrame, runLine: enRunLine };

/** The words of the site in one language. A text with a number in it is a function. */
export type Words = typeof en;
