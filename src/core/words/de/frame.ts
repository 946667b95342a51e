import type { Words } from '../en/en.ts';

export const deFrame: Words['frame'] = {
  skip: 'Zum Inhalt springen',
  verified: 'Was geprüft wurde',
  solution: 'Lösung',
  check: 'Ändere den Code und führe ihn hier aus: Die Seite vergleicht seine Ausgabe mit der der Lösung.',
  callouts: { Note: 'Hinweis', Tip: 'Tipp', Warning: 'Achtung' },
};
