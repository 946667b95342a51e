import type { Words } from '../../en/en.ts';

const NUMBER = new Intl.NumberFormat('de');

export const dePromise: Words['promise'] = {
  anyOrder: 'Die Zeilen können in beliebiger Reihenfolge kommen',
  workers:
    'Zeilen verschiedener Arbeiter können sich mischen; die Zeilen jedes einzelnen behalten ihre Reihenfolge',
  groups: 'Die Zeilen kommen in Gruppen, in jeder Gruppe in beliebiger Reihenfolge',
  groupsOfWorkers:
    'Die Zeilen kommen in Gruppen; in einer Gruppe können sich Zeilen verschiedener Arbeiter mischen',
  nouns: {
    durations: 'Zeitdauern',
    addresses: 'Speicheradressen',
    threads: 'Nummern von Threads',
    processes: 'Nummern von Prozessen',
    dates: 'Daten',
    identifiers: 'Kennungen',
    paths: 'Pfade',
    ratios: 'Verhältnisse',
  },
  values: name => `Werte von „${name}“`,
  differ: (nouns, isBounded) =>
    `${new Intl.ListFormat('de').format(nouns)} sind von Lauf zu Lauf verschieden` +
    (isBounded ? ', in geprüften Grenzen' : ''),
  atMost: seconds => `Es dauert höchstens ${NUMBER.format(seconds)} s`,
  atLeast: seconds => `Es dauert mindestens ${NUMBER.format(seconds)} s`,
  between: (from, to) => `Es dauert ${NUMBER.format(from)} bis ${NUMBER.format(to)} s`,
  hangs: seconds =>
    'Dieses Programm endet nie: ' +
    `Nach ${seconds === 1 ? 'einer Sekunde' : `${NUMBER.format(seconds)} Sekunden`}, ` +
    'in denen sich nichts rührte, wurde es beendet',
  outcomes: count =>
    `Es hat ${count} mögliche Ergebnisse. Jeder Build führt es aus und prüft, ob es eines davon ausgibt; ` +
    'die Anzahlen sind die der Aufzeichnung',
  terminal: columns => `Terminal, ${columns} Spalten breit, wie es am Ende aussieht`,
  pictures: 'Bilder können sich unterscheiden, wo das Auge keinen Unterschied sieht',
  pictureColors: 'Bilder können sich in ihren Farben unterscheiden, in einer Grenze',
  everyByte: 'Jedes Byte der Ausgabe ist wie gezeigt.',
  everyByteInList: 'Jedes Byte.',
};
