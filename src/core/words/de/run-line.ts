import type { Words } from '../en/en.ts';

const BYTES = new Intl.NumberFormat('de', { maximumFractionDigits: 1 });

const sizeOf = (bytes: number): string =>
  bytes < 1000
    ? `${bytes} Byte`
    : bytes < 1_000_000
      ? `${BYTES.format(bytes / 1000)} kB`
      : `${BYTES.format(bytes / 1_000_000)} MB`;

export const deRunLine: Words['runLine'] = {
  filesOf: name => `Dateien von ${name}`,
  fileOf: (file, name) => `${file} von ${name}`,
  size: sizeOf,
  binary: bytes => `Nichts, was eine Seite zeigen kann: ${sizeOf(bytes)}. Die Datei liegt im Archiv.`,
  empty: 'Eine leere Datei.',
  long: bytes => `Zu lang, um sie zu zeigen: ${sizeOf(bytes)}. Sie liegt ganz im Archiv.`,
  cut: (lines, bytes) =>
    `${BYTES.format(lines)} weitere ${lines === 1 ? 'Zeile' : 'Zeilen'}: alles (${sizeOf(bytes)}) im Archiv.`,
  others: count => `${count} weitere`,
  unnamed: count => `und ${BYTES.format(count)} weitere`,
  beside: file => `Die Datei ${file} daneben:`,
  notShown: (file, why) => `Nicht gezeigt, ${file}: ${why}`,
  archive: 'Alle Dateien:',
  copyLine: 'Befehl kopieren',
  copyLineOf: name => `Befehl von ${name} kopieren`,
  copyShown: 'Kopieren',
  title: 'Selbst ausführen',
  uv: [
    'Mit ',
    ' holt diese Zeile die Datei von dieser Website, Byte für Byte die geprüfte, und führt sie aus:',
  ],
  archiveLine:
    'Diese Zeile holt alle Dateien von dieser Website, Byte für Byte die geprüften, und führt sie aus:',
  archiveUv: [
    'Mit ',
    ' holt diese Zeile alle Dateien von dieser Website, Byte für Byte die geprüften, und führt sie aus:',
  ],
  posix: 'Sie ist für die Shells von Linux und macOS. Unter Windows läuft sie in WSL oder Git Bash.',
  hangs: 'Das Programm bleibt hängen, und genau das zeigt es. Strg+C beendet es.',
  network: 'Das Programm fragt andere Rechner, und die Zeile also auch.',
  none: {
    unverified: 'Keine Zeile führt es aus: Dieser Build hat es nicht geprüft.',
    characters:
      'Keine Zeile führt es aus: Seine Eingabe enthält Zeichen, die ein Terminal beim Einfügen befolgt.',
    length: 'Keine Zeile führt es aus: Seine Eingabe ist zu lang zum Einfügen.',
  },
  download: file => `${file} herunterladen`,
  fromFolder: ' und im Ordner der Datei ausführen:',
  unpacked: ', entpacken und im Ordner ausführen:',
  lock: [
    'Von seinen Paketen kann es neuere Versionen geben. ',
    'Die, mit denen es lief',
    ', stehen mit ihren Hashes in einer Datei.',
  ],
  labelOf: entry => `Zeile, die ${entry} holt und ausführt`,
  ownOf: entry => `Befehl, der ${entry} ausführt`,
};
