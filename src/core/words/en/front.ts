const count = (number: number, one: string, more: string): string => `${number} ${number === 1 ? one : more}`;

/** The home page, the pages of tracks, and what a reader's browser keeps of them. */
export const enFront = {
  home: 'Home',
  breadcrumb: 'Breadcrumb',
  /** Above the link to the first article. */
  begin: 'Begin here',
  continueAt: 'Continue where you stopped',
  continueWith: 'Continue with',
  tracks: 'Where to begin',
  articles: (number: number): string => count(number, 'article', 'articles'),
  minutes: (number: number): string => `${number} min`,
  samples: (number: number): string => count(number, 'sample', 'samples'),
  exercises: (number: number): string => count(number, 'exercise', 'exercises'),
  levels: { Beginner: 'Beginner', Intermediate: 'Intermediate', Advanced: 'Advanced' },
  newIn: (version: string): string => `New in Python ${version}:`,
  needs: (version: string): string => `Python ${version}`,
  before: 'Read before:',
  /** The page of a track. */
  pathOf: (track: string): string => `The path through ${track}`,
  numbers: 'What was verified',
  numberOf: {
    examples: 'Examples that ran',
    variants: 'Changed on purpose',
    outputs: 'Outputs compared',
    versions: 'CPython',
    date: 'As of',
  },
  markDone: 'Mark as done',
  done: 'Done',
  kept: 'What you have read and done is kept in this browser alone.',
  keptHere: 'Kept in this browser alone.',
  forget: 'Forget it',
  forgotten: 'Your progress is forgotten.',
  notKept: 'This browser keeps nothing, so it holds for this page alone.',
};
