import type { Words } from '../../en/en.ts';

const NOUNS = { thread: 'Thread', task: 'Task', process: 'Prozess' } as const;
const PLURALS = { thread: 'Threads', task: 'Tasks', process: 'Prozessen' } as const;
const NUMBER = new Intl.NumberFormat('de', { maximumFractionDigits: 20, useGrouping: false });

export const deTimeline: Words['timeline'] = {
  seconds: seconds => `${NUMBER.format(seconds)} s`,
  heading: kinds => `Was ${kinds.map(kind => `jeder ${NOUNS[kind]}`).join(' und ')} tat`,
  proof: python => `Aufgezeichnet bei einem Lauf mit CPython ${python}; jeder Build prüft es erneut`,
  label: (counts, length, names) =>
    'Zeitleiste von ' +
    counts.map(([kind, count]) => `${count} ${count === 1 ? NOUNS[kind] : PLURALS[kind]}`).join(' und ') +
    ` über ${length}: ${names.join(', ')}.`,
  life: (kind, from, to) => `${NOUNS[kind]}, von ${from} bis ${to}`,
  turns: (times, sum) => `, hat den Interpreter ${times === 1 ? 'einmal' : `${times}-mal`}, zusammen ${sum}`,
  span: (from, to) => `${from} bis ${to}: `,
  endless: from => `ab ${from} ohne Ende: `,
  waitsIn: 'wartet in ',
  waitsFor: 'wartet auf ',
  waitsOn: what => ` auf ${what}`,
  heldByItself: ', selbst gehalten',
  heldBy: holder => `gehalten von ${holder}`,
  prints: 'gibt aus: ',
  printsError: 'gibt als Fehlerausgabe aus: ',
  handover: (at, giver, taker, until) => `${at}: ${giver} lässt ${taker} weiterlaufen, bei ${until}`,
  line: number => `Zeile ${number}`,
  lineOf: (line, anchor) => `Zeile ${line} von ${anchor}`,
  printedLine: (line, number) => `Zeile ${line}, die Zeile ${number} ausgab`,
  emptyLine: 'eine leere Zeile',
  printed: 'In diesem Lauf ausgegeben',
  list: 'Dasselbe als Liste',
  ended: 'Was das Warten eines anderen beendete',
  link: 'Link',
  linkTo: anchor => `Link zu ${anchor}`,
  example: 'Beispiel',
  exampleOf: anchor => `Beispiel von ${anchor}`,
  key: {
    hasInterpreter: 'hat den Interpreter',
    runs: 'läuft',
    couldRun: 'könnte laufen',
    sleeps: 'schläft',
    lock: 'wartet auf einen Lock',
    other: 'wartet auf etwas anderes',
    waits: 'wartet',
    prints: 'gibt diese Zeile aus',
    ends: 'beendet das Warten eines anderen',
    endless: 'endet nie',
  },
};
