import type { Words } from '../en/en.ts';

export const deLesson: Words['lesson'] = {
  recap: 'Das weißt du jetzt',
  levels: { easy: 'Leicht', medium: 'Mittel', hard: 'Schwer' },
  exercise: 'Übung',
  exerciseOf: level => `Übung, ${level.toLowerCase()}`,
  hint: 'Tipp',
  hintOf: (number, count) => `Tipp ${number} von ${count}`,
  solution: 'Lösung',
};
