import type { Figure } from './figure.ts';

/** What `<Exercise>` shows besides its task. */
export interface Exercise {
  readonly kind: 'exercise';
  /** The example that the reader changes. */
  readonly start: Figure;
  /** The example that solves it, which is folded. */
  readonly solution: Figure;
  /**
   * URL path of what a page fetches to compare the reader's version with: what the solution printed. Absent
   * unless both examples are verified in the browser.
   */
  readonly check?: string | undefined;
}

/** The figures of an exercise. */
export const EXERCISE_PARTS = ['start', 'solution'] as const;

/** The key of a figure of an exercise, after that of the exercise. */
export function exercisePart(key: string, part: (typeof EXERCISE_PARTS)[number]): string {
  return `${key}/${part}`;
}

/** What a page says of the check; only pages where it works show it. */
export const CHECK_WORDS =
  'Change the code and run it here: the page compares what it prints with what the solution prints.';
