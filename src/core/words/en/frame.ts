/** Around every page, and of articles in general. */
export const enFrame = {
  skip: 'Skip to content',
  search: 'Search',
  themes: { auto: 'Theme: auto', light: 'Theme: light', dark: 'Theme: dark' },
  arrowKeys: { on: 'Arrow keys: on', off: 'Arrow keys: off' },
  printed:
    'Each output on these pages was printed by CPython and verified again by the build that made them.',
  verified: 'What was verified',
  license: 'Texts and examples:',
  /** What scripts say. `%` stands for a name or a size. */
  scripts: {
    copied: 'Copied %',
    uncopied: '% could not be copied',
    step: 'Step through it',
    load: 'Load % and run',
    loadOnce: 'To run it, % are loaded once. Press again to do so.',
    unloaded: 'Not loaded: try again',
  },
  languages: 'Languages of this article',
  outdated: (date: string) => `The original was changed after this translation, on ${date}.`,
  /** On the home page of another language. */
  untranslated: 'Not translated yet:',
  advertisement: 'Advertisement',
  advertisementAbove: 'Advertisement above the text',
  advertisementIn: 'Advertisement in the text',
  tableOf: (heads: string) => `Table: ${heads}`,
  footnotes: 'Footnotes',
  levels: { Beginner: 'Beginner', Intermediate: 'Intermediate', Advanced: 'Advanced' },
  /** Of an exercise that a page can check. */
  check: 'Change the code and run it here: the page compares what it prints with what the solution prints.',
  /** Titles of remarks that have none of their own. */
  callouts: { Note: 'Note', Tip: 'Tip', Warning: 'Warning' },
};
