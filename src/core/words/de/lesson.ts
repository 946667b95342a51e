import type { Words } from '../en/en.ts';

export const deLesson: Words['lesson'] = {
  recap: 'Das weißt du jetzt',
  levels: { easy: 'Leicht', medium: 'Mittel', hard: 'Schwer' },
  exercise: 'Übung',
  exerciseOf: level => `Übung, ${level.toLowerCase()}`,
  hint: 'Tipp',
  hintOf: (number, count) => `Tipp ${number} von ${count}`,
  solution: 'Lösung',
  glossary: 'Glossar',
  glossarySummary: 'Die Begriffe dieser Artikel, jeder in ein oder zwei Sätzen, und wo er erklärt wird.',
  alsoCalled: 'Auch',
  see: 'Siehe',
  usedIn: 'In',
  newIn: version => `Neu in ${version}`,
  newTitle: 'Neu nach Version',
  newSummary: 'Was jede Version von Python gebracht hat, und wo die Artikel dieser Seite es zeigen.',
  python: version => `Python ${version}`,
};
