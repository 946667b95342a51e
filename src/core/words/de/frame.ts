import type { Words } from '../en/en.ts';

export const deFrame: Words['frame'] = {
  skip: 'Zum Inhalt springen',
  search: 'Suche',
  themes: { auto: 'Farben: automatisch', light: 'Farben: hell', dark: 'Farben: dunkel' },
  arrowKeys: { on: 'Pfeiltasten: an', off: 'Pfeiltasten: aus' },
  printed:
    'Jede Ausgabe auf diesen Seiten hat CPython ausgegeben, ' +
    'und der Build, der sie erzeugt hat, hat sie erneut geprüft.',
  verified: 'Was geprüft wurde',
  license: 'Texte und Beispiele:',
  scripts: {
    copied: '% kopiert',
    uncopied: '% konnte nicht kopiert werden',
    step: 'Schritt für Schritt',
    load: '% laden und ausführen',
    loadOnce: 'Zum Ausführen werden einmal % geladen. Drücke dazu noch einmal.',
    unloaded: 'Nicht geladen: noch einmal versuchen',
  },
  languages: 'Sprachen dieses Artikels',
  outdated: date => `Das Original wurde nach dieser Übersetzung geändert, am ${date}.`,
  untranslated: 'Noch nicht übersetzt:',
  advertisement: 'Anzeige',
  advertisementAbove: 'Anzeige über dem Text',
  advertisementIn: 'Anzeige im Text',
  tableOf: heads => `Tabelle: ${heads}`,
  footnotes: 'Fußnoten',
  levels: { Beginner: 'Einsteiger', Intermediate: 'Mittelstufe', Advanced: 'Fortgeschrittene' },
  check: 'Ändere den Code und führe ihn hier aus: Die Seite vergleicht seine Ausgabe mit der der Lösung.',
  callouts: { Note: 'Hinweis', Tip: 'Tipp', Warning: 'Achtung' },
};
