/** What a contract promises of the output, each without its full stop. */
export const enPromise = {
  anyOrder: 'Lines may come in any order',
  workers: 'Lines of different workers may mix; each worker’s own lines keep their order',
  groups: 'Lines come in groups, in any order inside each group',
  groupsOfWorkers: 'Lines come in groups; inside a group, lines of different workers may mix',
  /** What masks hide, by their names. */
  nouns: {
    durations: 'durations',
    addresses: 'memory addresses',
    threads: 'thread numbers',
    processes: 'process numbers',
    dates: 'dates',
    identifiers: 'identifiers',
    paths: 'paths',
    ratios: 'ratios',
  },
  values: (name: string) => `values of “${name}”`,
  differ: (nouns: readonly string[], isBounded: boolean) =>
    // British English writes no comma before "and".
    `${new Intl.ListFormat('en-GB').format(nouns)} differ from run to run` +
    (isBounded ? ', within checked bounds' : ''),
  atMost: (seconds: number) => `It takes at most ${seconds} s`,
  atLeast: (seconds: number) => `It takes at least ${seconds} s`,
  between: (from: number, to: number) => `It takes ${from} to ${to} s`,
  hangs: (seconds: number) =>
    `This program never ends: after ${seconds === 1 ? '1 second' : `${seconds} seconds`} in which nothing ` +
    'moved, it was stopped',
  outcomes: (count: number) =>
    `It has ${count} outcomes. Each build runs it and checks that it prints one of these; ` +
    'the counts are those of the recording',
  terminal: (columns: number) => `Terminal, ${columns} columns wide, as it is at the end`,
  pictures: 'Pictures may differ where the eye sees no difference',
  pictureColors: 'Pictures may differ in their colors, within a bound',
  /** Where nothing may differ. */
  everyByte: 'Every byte of the output is as shown.',
  everyByteInList: 'Every byte.',
};
