import type { Words } from '../en/en.ts';

const count = (number: number, one: string, more: string): string => `${number} ${number === 1 ? one : more}`;

export const deFront: Words['front'] = {
  home: 'Start',
  breadcrumb: 'Brotkrumen',
  begin: 'Hier beginnen',
  continueAt: 'Weiter, wo du aufgehört hast',
  continueWith: 'Weiter mit',
  tracks: 'Wo du anfangen kannst',
  articles: number => count(number, 'Artikel', 'Artikel'),
  minutes: number => `${number} Min.`,
  samples: number => count(number, 'Beispiel', 'Beispiele'),
  exercises: number => count(number, 'Übung', 'Übungen'),
  levels: { Beginner: 'Einstieg', Intermediate: 'Mittelstufe', Advanced: 'Fortgeschritten' },
  newIn: version => `Neu in Python ${version}:`,
  needs: version => `Python ${version}`,
  before: 'Vorher lesen:',
  pathOf: track => `Der Weg durch ${track}`,
  numbers: 'Was geprüft wurde',
  numberOf: {
    examples: 'Beispiele gelaufen',
    variants: 'Absichtlich geändert',
    outputs: 'Ausgaben verglichen',
    versions: 'CPython',
    date: 'Stand',
  },
  markDone: 'Als erledigt merken',
  done: 'Erledigt',
  kept: 'Was du gelesen und erledigt hast, bleibt allein in diesem Browser.',
  keptHere: 'Bleibt allein in diesem Browser.',
  forget: 'Vergessen',
  forgotten: 'Dein Fortschritt ist vergessen.',
  notKept: 'Dieser Browser merkt sich nichts, also gilt es nur für diese Seite.',
};
