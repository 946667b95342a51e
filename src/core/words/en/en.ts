import { enChanges } from './changes.ts';
import { enFigure } from './figure.ts';
import { enFinding } from './finding.ts';
import { enFrame } from './frame.ts';
import { enFront } from './front.ts';
import { enLesson } from './lesson.ts';
import { enLife } from './life.ts';
import { enPromise } from './runs/promise.ts';
import { enPictures } from './pictures.ts';
import { enProof } from './proof.ts';
import { enResult } from './runs/result.ts';
import { enRun } from './runs/run.ts';
import { enRunLine } from './run-line.ts';
import { enTimeline } from './runs/timeline.ts';

/** The words of the site in English: what pages say besides what authors write. */
export const en = {
  /** The language, for what computes by it. */
  tag: 'en',
  changes: enChanges,
  figure: enFigure,
  finding: enFinding,
  frame: enFrame,
  front: enFront,
  lesson: enLesson,
  life: enLife,
  promise: enPromise,
  pictures: enPictures,
  proof: enProof,
  result: enResult,
  run: enRun,
  runLine: enRunLine,
  timeline: enTimeline,
};

/** The words of the site in one language. A text with a number in it is a function. */
export type Words = typeof en;
