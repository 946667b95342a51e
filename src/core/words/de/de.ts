import type { Words } from '../en/en.ts';
import { deChanges } from './changes.ts';
import { deFigure } from './figure.ts';
import { deFinding } from './finding.ts';
import { deFrame } from './frame.ts';
import { deFront } from './front.ts';
import { deLesson } from './lesson.ts';
import { deLife } from './life.ts';
import { dePromise } from './runs/promise.ts';
import { dePictures } from './pictures.ts';
import { deProof } from './proof.ts';
import { deResult } from './runs/result.ts';
import { deRun } from './runs/run.ts';
import { deRunLine } from './run-line.ts';
import { deTimeline } from './runs/timeline.ts';

/** The words of the site in German. */
export const de: Words = {
  tag: 'de',
  changes: deChanges,
  figure: deFigure,
  finding: deFinding,
  frame: deFrame,
  front: deFront,
  lesson: deLesson,
  life: deLife,
  promise: dePromise,
  pictures: dePictures,
  proof: deProof,
  result: deResult,
  run: deRun,
  runLine: deRunLine,
  timeline: deTimeline,
};
