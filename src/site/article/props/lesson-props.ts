import { z } from 'zod';
import { someText } from './shared-props.ts';

/** Props of `<Exercise>`: a task, the code that the reader changes, and the example that solves it. */
export const exerciseProps = z.strictObject({
  /** The example that the reader changes. */
  start: someText,
  /** The example whose output the reader's version is to print. */
  solution: someText,
});

/** Props of a callout. */
export const calloutProps = z.strictObject({
  /** Replaces the name of the callout. */
  title: someText.optional(),
});
