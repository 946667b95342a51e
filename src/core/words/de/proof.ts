import type { Words } from '../en/en.ts';

const promises: Words['proof']['promises'] = {
  bytes: 'Jedes Byte',
  order: 'Zeilen können in anderer Reihenfolge kommen',
  mask: 'Einige Werte weichen ab, wie angegeben',
  elapsed: 'Es dauert so lange, wie angegeben',
  hangs: 'Es endet nie und wartet dort, wo das Bild es zeigt',
  outcomes: 'Es gibt einen von mehreren Ausgängen aus',
  terminal: 'So zeigt es ein Terminal am Ende',
  artifacts: 'Bilder können abweichen, wo das Auge keinen Unterschied sieht',
};

export const deProof: Words['proof'] = {
  title: 'Was geprüft wurde',
  description: 'Jedes Beispiel dieser Website mit dem Urteil des Builds, der ihre Seiten erzeugt hat.',
  ran: count =>
    'Der Build, der diese Seiten erzeugt hat, führte ' +
    `${count === 1 ? '1 Beispiel' : `${count} Beispiele`} aus.`,
  printed: (verified, all) =>
    `${verified === all ? 'Jedes' : `${verified} davon`} gab aus, was seine Seite zeigt, soweit es hier ` +
    'zugesagt ist.',
  sameList: 'Dieselbe Liste',
  asJson: 'als JSON',
  proved: 'Was bewiesen wurde',
  count: 'Wie viele',
  meaning: 'Was das heißt',
  countOf: (proved, all) => `${proved} von ${all}`,
  kinds: {
    examples: ['Beispiele', 'geben aus, was ihre Seiten zeigen'],
    variants: ['Varianten', 'tun etwas anderes als das Beispiel selbst'],
    timelines: ['Zeitverläufe', 'jeder Thread, Task und Prozess tut wieder, was das Bild zeigt'],
    artifacts: ['Dateien', 'die Beispiele hinterlassen, etwa Bilder, sind wie aufgezeichnet'],
  },
  byTopic: 'Nach Thema',
  topic: 'Thema',
  examples: 'Beispiele',
  notVerified: 'Nicht geprüft',
  byPromise: 'Nach Zusage',
  promise: 'Zusage',
  promises,
  promiseNote: 'Ein Beispiel kann auf mehr als eine Weise weniger als jedes Byte zusagen.',
  byVersion: 'Nach Python-Version',
  version: 'CPython',
  verifiedBy: 'Jetzt geprüft',
  recordedOn: 'Aufgezeichnet',
  runs: 'Läufe',
  first: 'Zuerst',
  last: 'Zuletzt',
  versionNote:
    '„Jetzt geprüft“ zählt die Beispiele, die dieser Build geprüft hat. „Aufgezeichnet“ zählt ' +
    'die Ausgaben, die unter dieser Version angenommen wurden, auch von Varianten und Zeitverläufen, und ' +
    '„Läufe“ die Läufe, die zuvor übereinstimmten.',
  historyNote:
    '„Zuerst“ und „Zuletzt“ sind die Tage der Commits, in denen solche Ausgaben angenommen wurden, ' +
    'nach der Geschichte der Dateien recordings.json.',
  notRun: 'Von diesem Build nicht geprüft',
  browser: 'Im Browser',
  browserIntro: (pyodide, python, verified, all) =>
    `Pyodide ${pyodide} ist das Python ${python} der Browser. ${verified} von ${all} Programmen, Varianten ` +
    'eingeschlossen, geben auch dort aus, was zugesagt ist: Ihre Abbildungen haben einen Knopf, der sie ' +
    'ausführt.',
  samples: 'Programme',
  itRuns: 'Es läuft',
  itDoesNotRun: reason => `Es läuft nicht: ${reason}`,
  example: 'Beispiel',
  verdict: 'Urteil',
  everyByte: 'Jedes Byte.',
  verdicts: {
    verified: 'geprüft',
    drifted: 'abgewichen',
    unrecorded: 'nicht aufgezeichnet',
    failed: 'fehlgeschlagen',
    'timed-out': 'zu spät',
    skipped: 'übersprungen',
  },
  timeline: 'Zeitverlauf',
  inBrowser: 'Browser',
  variantCount: count => (count === 1 ? '1 Variante' : `${count} Varianten`),
  fileCount: count => (count === 1 ? '1 Datei' : `${count} Dateien`),
  listed: count => (count === 1 ? '1 Beispiel.' : `${count} Beispiele.`),
  allOf: name => `Beispiele: ${name}`,
};
