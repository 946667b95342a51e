import type { Words } from '../en/en.ts';
import { deFrame } from './frame.ts';
import { deLesson } from './lesson.ts';
import { deLife } from './life.ts';

/** The words of the site in German. */
export const de: Words = { frame: deFrame, lesson: deLesson, life: deLife };
