import { defineSite } from './core/settings/site-settings.ts';

/** The site's own settings. `core/settings/` describes each, also those that are not named here. */
export const site = defineSite({
  title: 'Verbatim',
  tagline: 'Python, as it really runs',
  description:
    'Python tutorials on which no published output can be wrong: every sample is a real file, and ' +
    'every output was printed by CPython and verified again by the build that made the page.',
  welcome:
    'Tutorials for people who want to know what their program will do. Each sample is a file that you can ' +
    'download and run. Each output is what CPython printed when it ran that file, and the build that made ' +
    'this page ran it again.',
  url: 'https://verbatim.example',
  language: 'en',
  repository: undefined,
  showcase: {
    file: 'threading/lost_update_cured.py',
    region: 'deposit',
    caption: 'Two threads pay into one account. Take the lock away, and a payment is lost.',
  },
  tracks: {
    advanced: {
      title: 'Advanced Python',
      summary:
        'Threads, tasks and processes; objects, types and text; the runtime: each statement beside a run.',
      icon: 'rocket',
    },
    writing: {
      title: 'Writing for Verbatim',
      summary: 'How to write an article whose outputs nobody types.',
      icon: 'pen',
    },
  },
  translations: {
    de: {
      tagline: 'Python, wie es wirklich läuft',
      description:
        'Python-Tutorials, in denen keine Ausgabe falsch sein kann: Jedes Beispiel ist eine echte Datei, ' +
        'CPython hat sie ausgeführt, und der Build, der die Seite erzeugt hat, hat die Ausgabe geprüft.',
      welcome:
        'Tutorials für alle, die wissen wollen, was ihr Programm tun wird. Jedes Beispiel ist eine Datei, ' +
        'die du herunterladen und ausführen kannst. Jede Ausgabe ist das, was CPython ausgab, als es diese ' +
        'Datei ausführte, und der Build, der diese Seite erzeugt hat, hat sie erneut ausgeführt.',
      cardSubtitle: 'Tutorials, deren Programme du ausführen kannst',
      tracks: {
        advanced: {
          title: 'Python für Fortgeschrittene',
          summary:
            'Threads, Tasks und Prozesse, Objekte, Typen und die Laufzeit: jede Aussage neben einem Lauf.',
        },
        writing: {
          title: 'Schreiben für Verbatim',
          summary: 'Wie man einen Artikel schreibt, dessen Ausgaben niemand tippt.',
        },
      },
    },
  },
  network: [],
  socialCards: true,
  cardSubtitle: 'Tutorials whose programs you can run',
  /** The environment variable ADVERTISEMENTS=on turns them on for one build. */
  advertisements: {
    enabled: process.env.ADVERTISEMENTS === 'on',
    head: { href: '/', text: 'Your notice could stand here: 728 by 90.' },
    text: { href: '/', text: 'Your notice could stand here: 336 by 280.' },
  },
});
