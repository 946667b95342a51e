/** What each promise means, by the key of the contract; `bytes` has none. */
const promises: Readonly<Record<string, string>> = {
  bytes: 'Every byte',
  order: 'Lines may come in another order',
  mask: 'Some values differ, as declared',
  elapsed: 'It takes as long as declared',
  hangs: 'It never ends, and waits where the picture shows',
  outcomes: 'It prints one of several outcomes',
  terminal: 'A terminal shows it so at the end',
  artifacts: 'Pictures may differ where the eye sees no difference',
};

/** On `/verified/` and below it. */
export const enProof = {
  title: 'What was verified',
  description: 'Every example of this site with the verdict of the build that made its pages.',
  ran: (count: number): string =>
    `The build that made these pages ran ${count === 1 ? '1 example' : `${count} examples`}.`,
  printed: (verified: number, all: number): string =>
    `${verified === all ? 'Every one' : `${verified} of them`} printed what its page shows, under the ` +
    'promise given here.',
  sameList: 'The same list',
  asJson: 'as JSON',
  proved: 'What was proved',
  count: 'How many',
  meaning: 'What that means',
  countOf: (proved: number, all: number): string => `${proved} of ${all}`,
  kinds: {
    examples: ['Examples', 'print what their pages show'],
    variants: ['Variants', 'do something else than the example as written'],
    timelines: ['Timelines', 'each thread, task and process does again what the picture shows'],
    artifacts: ['Files', 'that examples leave, such as pictures, are as recorded'],
  },
  byTopic: 'By topic',
  topic: 'Topic',
  examples: 'Examples',
  notVerified: 'Not verified',
  byPromise: 'By promise',
  promise: 'Promise',
  promises,
  promiseNote: 'An example may promise less than every byte in more than one way.',
  byVersion: 'By version of Python',
  version: 'CPython',
  verifiedBy: 'Verified now',
  recordedOn: 'Recorded',
  runs: 'Runs',
  first: 'First',
  last: 'Last',
  versionNote:
    '“Verified now” counts the examples that this build verified. “Recorded” counts the outputs that were ' +
    'accepted on that version, variants and timelines among them, and “Runs” the runs that agreed before.',
  historyNote:
    '“First” and “Last” are the days of the commits in which such outputs were accepted, by the history of ' +
    'the files recordings.json.',
  notRun: 'Not verified by this build',
  browser: 'In the browser',
  browserIntro: (pyodide: string, python: string, verified: number, all: number): string =>
    `Pyodide ${pyodide} is the Python ${python} of browsers. ${verified} of ${all} samples, variants among ` +
    'them, print there too what is promised: their figures have a button that runs them.',
  samples: 'Samples',
  itRuns: 'It runs',
  itDoesNotRun: (reason: string): string => `It does not run: ${reason}`,
  example: 'Example',
  verdict: 'Verdict',
  everyByte: 'Every byte.',
  verdicts: {
    verified: 'verified',
    drifted: 'drifted',
    unrecorded: 'unrecorded',
    failed: 'failed',
    'timed-out': 'timed-out',
    skipped: 'skipped',
  },
  timeline: 'timeline',
  inBrowser: 'browser',
  variantCount: (count: number): string => (count === 1 ? '1 variant' : `${count} variants`),
  fileCount: (count: number): string => (count === 1 ? '1 file' : `${count} files`),
  listed: (count: number): string => (count === 1 ? '1 example.' : `${count} examples.`),
  allOf: (name: string): string => `Examples: ${name}`,
};
