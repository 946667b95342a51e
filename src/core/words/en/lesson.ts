/** Parts of a lesson. */
export const enLesson = {
  recap: 'What you know now',
  levels: { easy: 'Easy', medium: 'Medium', hard: 'Hard' },
  exercise: 'Exercise',
  exerciseOf: (level: string): string => `Exercise, ${level.toLowerCase()}`,
  hint: 'Hint',
  hintOf: (number: string, count: string): string => `Hint ${number} of ${count}`,
  solution: 'Solution',
};
