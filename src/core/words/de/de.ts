import type { Words } from '../en/en.ts';
import { deFinding } from './finding.ts';
import { deFrame } from './frame.ts';
import { deLesson } from './lesson.ts';
import { deLife } from './life.ts';
import { dePictures } from './pictures.ts';
import { deProof } from './proof.ts';

/** The words of the site in German. */
export const de: Words = {
  finding: deFinding,
  frame: deFrame,
  lesson: deLesson,
  life: deLife,
  pictures: dePictures,
  proof: deProof,
};
