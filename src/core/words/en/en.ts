import { enFrame } from './frame.ts';
import { enLesson } from './lesson.ts';

/** The words of the site in English: what pages say besides what authors write. */
export const en = { frame: enFrame, lesson: enLesson };

/** The words of the site in one language. A text with a number in it is a function. */
export type Words = typeof en;
