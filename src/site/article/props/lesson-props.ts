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

/** Props of `<Since>`: a badge that names the version of Python that brought something. */
export const sinceProps = z.strictObject({
  /** `3.15` */
  version: z.string().regex(/^3\.[1-9]\d?$/, { error: 'is not a version such as "3.15"' }),
  /** A sample that needs what is new, and so this version. */
  file: someText.optional(),
});

/** Props of `<Term>`: a word that the glossary explains. */
export const termProps = z.strictObject({
  /** The term, if the text between the tags is neither its name nor an alias. */
  name: someText.optional(),
});

/** Props of `<Predict>`: a sample whose output the reader says before seeing it. */
export const predictProps = z.strictObject({ file: someText });

/** Props of `<Outdated>`: what older tutorials say, beside what a run of today shows. */
export const outdatedProps = z.strictObject({
  /** The claim, in words of one's own. */
  says: someText,
});

/** Props of a callout. */
export const calloutProps = z.strictObject({
  /** Replaces the name of the callout. */
  title: someText.optional(),
});
