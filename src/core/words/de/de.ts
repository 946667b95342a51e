import type { Words } from '../en/en.ts';
import { deFigure } from './figure.ts';
import { deFinding } from './finding.ts';
import { deFrame } from './frame.ts';
import { deFront } from './front.ts';
import { deLesson } from './lesson.ts';
import { deLife } from './life.ts';
import { dePictures } from './pictures.ts';
import { deProof } from './proof.ts';
import { deRunLine } from './run-line.ts';

/** The words of the site in German. */
export const de: Words = {
  figure: deFigure,
  finding: deFinding,
  frame: deFrame,
  front: deFront,
  lesson: deLesson,
  life: deLife,
  pictures: dePictures,
  proof: deProof,
  runLine: deRunLine,
};
