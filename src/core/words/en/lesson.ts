/** Parts of a lesson. */
export const enLesson = {
  recap: 'What you know now',
  levels: { easy: 'Easy', medium: 'Medium', hard: 'Hard' },
  exercise: 'Exercise',
  exerciseOf: (level: string): string => `Exercise, ${level.toLowerCase()}`,
  hint: 'Hint',
  hintOf: (number: string, count: string): string => `Hint ${number} of ${count}`,
  solution: 'Solution',
  glossary: 'Glossary',
  glossarySummary: 'The terms of these articles, each in a sentence or two, and where it is explained.',
  alsoCalled: 'Also',
  see: 'See',
  usedIn: 'In',
  newIn: (version: string): string => `New in ${version}`,
  newTitle: 'New by version',
  newSummary: 'What each version of Python brought, and where the articles of this site show it.',
  python: (version: string): string => `Python ${version}`,
};
