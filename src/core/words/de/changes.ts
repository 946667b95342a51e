import type { Words } from '../en/en.ts';

export const deChanges: Words['changes'] = {
  title: 'Änderungen nach Version',
  summary:
    'Welche Ausgaben dieser Beispiele sich mit welcher Version von Python geändert haben, und in welchen ' +
    'Zeilen.',
  note:
    'Verglichen wird, was aufgezeichnet ist. Eine Aufzeichnung gilt für jede Version, die keine eigene ' +
    'hat; auch eine Zeile, die von Lauf zu Lauf anders sein darf, kann unter den geänderten sein. Dasselbe',
  asMarkdown: 'als Markdown',
  python: name => `Python ${name}`,
  comparedWith: name => `Verglichen mit Python ${name}`,
  label: (stream, sample, than) => `${stream} von ${sample}, verglichen mit Python ${than}`,
  before: 'Vorher',
  after: 'Jetzt',
  streams: { out: 'Ausgabe', err: 'Fehlerausgabe', waits: 'Wo es hängt' },
  notShown: names =>
    `Dieser Build hat die Ausgabe von Python ${names} nicht geprüft; daher fehlen hier die Zeilen.`,
  files: names => `Geänderte Dateien: ${names}.`,
  link: 'Welche Ausgaben sich mit welcher Version geändert haben',
};
