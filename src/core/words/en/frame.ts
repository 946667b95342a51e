/** Around every page, and of articles in general. */
export const enFrame = {
  skip: 'Skip to content',
  verified: 'What was verified',
  solution: 'Solution',
  /** Of an exercise that a page can check. */
  check: 'Change the code and run it here: the page compares what it prints with what the solution prints.',
  /** Titles of remarks that have none of their own. */
  callouts: { Note: 'Note', Tip: 'Tip', Warning: 'Warning' },
};
