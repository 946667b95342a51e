import type { Words } from '../en/en.ts';

export const deFinding: Words['finding'] = {
  search: 'Suche',
  searchFor: 'Artikel durchsuchen',
  hint: 'Gib ein Wort ein, oder einen Namen aus dem Code.',
  close: 'Schließen',
  nothing: term => `Nichts gefunden für „${term}“.`,
  pages: count => (count === 1 ? '1 Seite gefunden.' : `${count} Seiten gefunden.`),
  noIndex: 'Der Suchindex konnte nicht geladen werden.',
  kinds: { article: 'Artikel', section: 'Abschnitt', code: 'Code', glossary: 'Glossar' },
  recent: 'Letzte Suchen',
  forget: 'Vergessen',
  shown: (shown, all) => `${shown} von ${all}`,
  found: count => (count === 1 ? '1 Beispiel gefunden.' : `${count} Beispiele gefunden.`),
  noList: 'Die Liste konnte nicht geladen werden.',
  missing: 'Seite nicht gefunden',
  missingNote: 'Unter dieser Adresse gibt es keine Seite.',
  noPage: 'Hier gibt es keine Seite',
  maybe: 'Die Adresse ist vielleicht veraltet oder vertippt.',
  allArticles: 'Alle Artikel stehen auf der Startseite.',
  meant: 'Vielleicht war das gemeint:',
  noneNear: 'Keine Seite hat eine Adresse wie diese.',
  tracks: 'Oder beginne mit einer Reihe:',
  unclear: 'War das verständlich? Frag nach, oder melde, was es nicht ist.',
  issueTitle: page => `Nicht verständlich: ${page}`,
  issueBody: (url, commit) =>
    `Seite: ${url}\n${commit === undefined ? '' : `Commit: ${commit}\n`}\nWas ist nicht verständlich?\n`,
};
