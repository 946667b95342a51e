import { enFigure } from './figure.ts';
import { enFinding } from './finding.ts';
import { enFrame } from './frame.ts';
import { enFront } from './front.ts';
import { enLesson } from './lesson.ts';
import { enLife } from './life.ts';
import { enPictures } from './pictures.ts';
import { enProof } from './proof.ts';
import { enRunLine } from './run-line.ts';

/** The words of the site in English: what pages say besides what authors write. */
export const en = {
  figure: enFigure,
  finding: enFinding,
  frame: enFrame,
  front: enFront,
  lesson: enLesson,
  life: enLife,
  pictures: enPictures,
  proof: enProof,
  runLine: enRunLine,
};

/** The words of the site in one language. A text with a number in it is a function. */
export type Words = typeof en;
