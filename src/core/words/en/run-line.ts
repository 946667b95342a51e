const BYTES = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

const sizeOf = (bytes: number): string =>
  bytes < 1000
    ? `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
    : bytes < 1_000_000
      ? `${BYTES.format(bytes / 1000)} kB`
      : `${BYTES.format(bytes / 1_000_000)} MB`;

/** The files of a sample, and the line that runs it. */
export const enRunLine = {
  filesOf: (name: string) => `Files of ${name}`,
  fileOf: (file: string, name: string) => `${file} of ${name}`,
  size: sizeOf,
  /** A file that is no text, or has characters that nobody sees. */
  binary: (bytes: number) => `Nothing that a page can show: ${sizeOf(bytes)}. It is in the archive.`,
  empty: 'An empty file.',
  /** A text of which nothing is shown. */
  long: (bytes: number) => `Too long to show: ${sizeOf(bytes)}. All of it is in the archive.`,
  cut: (lines: number, bytes: number) =>
    `${BYTES.format(lines)} more ${lines === 1 ? 'line' : 'lines'}; the archive has all ${sizeOf(bytes)}.`,
  others: (count: number) => `${count} more`,
  unnamed: (count: number) => `and ${BYTES.format(count)} more`,
  beside: (file: string) => `The file ${file} beside it:`,
  notShown: (file: string, why: string) => `Not shown, ${file}: ${why}`,
  archive: 'All files:',
  copyLine: 'Copy command',
  copyLineOf: (name: string) => `Copy command of ${name}`,
  copyShown: 'Copy',
  title: 'Run it yourself',
  uv: [
    'With ',
    ', this line fetches the file from this site, byte for byte the one that was verified, and runs it:',
  ],
  archiveLine:
    'This line fetches all files from this site, byte for byte those that were verified, and runs them:',
  archiveUv: [
    'With ',
    ', this line fetches all files from this site, byte for byte those that were verified, and runs them:',
  ],
  posix: 'It is for the shells of Linux and macOS. On Windows, paste it into WSL or Git Bash.',
  hangs: 'It gets stuck, which is what the sample shows. End it with Ctrl+C.',
  network: 'It asks other machines, as the sample does.',
  none: {
    unverified: 'No line runs it: this build did not verify it.',
    characters: 'No line runs it: its input holds characters that a terminal obeys when they are pasted.',
    length: 'No line runs it: its input is too long to be pasted.',
  },
  download: (file: string) => `Download ${file}`,
  fromFolder: ' and run it from its folder:',
  unpacked: ', unpack it, and run it in its folder:',
  lock: [
    'Its packages have versions that may be newer now. ',
    'Those that ran',
    ' are in a file of requirements, each with its hashes.',
  ],
  labelOf: (entry: string) => `Line that fetches and runs ${entry}`,
  ownOf: (entry: string) => `Command that runs ${entry}`,
};
