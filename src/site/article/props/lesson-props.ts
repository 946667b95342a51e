import { z } from 'zod';
import { someText } from './shared-props.ts';

/** How hard an exercise is. */
export const LEVELS = ['easy', 'medium', 'hard'] as const;

/** Props of `<Exercise>`: a task, and what a page shows below it. */
export const exerciseProps = z.strictObject({
  /** The example that the reader changes. */
  start: someText.optional(),
  /** The example whose output the reader's version is to print. */
  solution: someText.optional(),
  /** How hard it is, for a learner who has read the article. */
  level: z.enum(LEVELS, { error: `is not ${LEVELS.join(', ')}` }).optional(),
});

/** Props of `<Hint>` and `<Solution>`, the folded parts of an exercise. */
export const foldedProps = z.strictObject({});

/** Props of a callout. */
export const calloutProps = z.strictObject({
  /** Replaces the name of the callout. */
  title: someText.optional(),
});
