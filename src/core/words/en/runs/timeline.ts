type Kind = 'thread' | 'task' | 'process';

const PLURALS = { thread: 'threads', task: 'tasks', process: 'processes' } as const;

/** A recorded timeline: its drawing, its list, and what was proved of it. */
export const enTimeline = {
  seconds: (seconds: number) => `${seconds} s`,
  /** `What each thread and task did` */
  heading: (kinds: readonly Kind[]) => `What each ${kinds.join(' and ')} did`,
  /** Without a full stop. */
  proof: (python: string) => `Recorded from a run with CPython ${python}; each build checks it again`,
  /** What a picture shows, in one sentence. */
  label: (counts: readonly (readonly [Kind, number])[], length: string, names: readonly string[]) =>
    'Timeline of ' +
    counts.map(([kind, count]) => `${count} ${count === 1 ? kind : PLURALS[kind]}`).join(' and ') +
    ` over ${length}: ${names.join(', ')}.`,
  life: (kind: Kind, from: string, to: string) => `${kind}, from ${from} to ${to}`,
  turns: (times: number, sum: string) =>
    `, has the interpreter ${times === 1 ? 'once' : `${times} times`}, for ${sum} in all`,
  span: (from: string, to: string) => `${from} to ${to}: `,
  endless: (from: string) => `from ${from} without end: `,
  waitsIn: 'waits in ',
  waitsFor: 'waits for ',
  waitsOn: (what: string) => ` for ${what}`,
  heldByItself: ', which it holds',
  heldBy: (holder: string) => `held by ${holder}`,
  prints: 'prints ',
  printsError: 'prints as error output ',
  handover: (at: string, giver: string, taker: string, until: string) =>
    `${at}: ${giver} lets ${taker} go on, at ${until}`,
  line: (number: number | string) => `line ${number}`,
  lineOf: (line: number, anchor: string) => `Line ${line} of ${anchor}`,
  printedLine: (line: number, number: number) => `Line ${line}, which printed line ${number}`,
  emptyLine: 'an empty line',
  printed: 'Printed in this run',
  list: 'The same as a list',
  ended: 'What ended the wait of another',
  link: 'Link',
  linkTo: (anchor: string) => `Link to ${anchor}`,
  example: 'Example',
  exampleOf: (anchor: string) => `Example of ${anchor}`,
  /** What the forms of a drawing mean. */
  key: {
    hasInterpreter: 'has the interpreter',
    runs: 'runs',
    couldRun: 'could run',
    sleeps: 'sleeps',
    lock: 'waits for a lock',
    other: 'waits for something else',
    waits: 'waits',
    prints: 'prints this line',
    ends: 'ends the wait of another',
    endless: 'never ends',
  },
};
