/** The figures of an exercise. */
export const EXERCISE_PARTS = ['start', 'solution'] as const;

/** The key of a figure of an exercise, after that of the exercise. */
export function exercisePart(key: string, part: (typeof EXERCISE_PARTS)[number]): string {
  return `${key}/${part}`;
}
