import { enFigure } from './figure.ts';
import { enFrame } from './frame.ts';

/** The words of the site in English: what pages say besides what authors write. */
export const en = { figure: enFigure, frame: enFrame };

/** The words of the site in one language. A text with a number in it is a function. */
export type Words = typeof en;
