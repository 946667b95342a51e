import type { Words } from '../en/en.ts';

export const deLife: Words['life'] = {
  home: 'Startseite',
  breadcrumb: 'Pfad',
  minutes: count => `${count} Min. Lesezeit`,
  changed: 'Zuletzt geändert am',
  by: 'Von',
  readFirst: 'Lies zuerst',
  part: (part, of) => `Teil ${part} von ${of}`,
  series: title => `Reihe ${title}`,
  seeAlso: 'Siehe auch',
  tags: 'Schlagwörter',
  edit: 'Diese Seite bearbeiten',
  markdown: 'Diese Seite in Markdown',
  neighbors: 'Artikel vor und nach diesem',
  previous: 'Zurück',
  next: 'Weiter',
  track: title => `Kurs ${title}`,
  onThisPage: 'Auf dieser Seite',
  onThisPageFolded: 'Auf dieser Seite, eingeklappt',
  draft: 'Entwurf',
  draftNote: 'Dieser Artikel ist ein Entwurf: Er wird nicht veröffentlicht.',
};
