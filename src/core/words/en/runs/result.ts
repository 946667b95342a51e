/** What a build found out about runs, and what its figures show of them. */
export const enResult = {
  /** Without a full stop. @param surroundings `, numpy 2.5.5`; empty if there are none */
  verified: (python: string, surroundings: string) => `Verified with CPython ${python}${surroundings}`,
  /** What follows, of a variant. */
  differs: ': does something else than as written',
  withNetwork: 'with network',
  /** In a Markdown edition, after the name of what was printed. */
  by: (python: string, surroundings: string) => `(CPython ${python}${surroundings}, verified)`,
  otherVersions: (versions: string) =>
    `What CPython ${versions} prints was recorded too; this build did not verify it, so it is not shown.`,
  changedElsewhere: 'The change is outside of what is shown here.',
  differsAlways: 'It does something else in every run, so no output is shown.',
  exitCode: (code: number) => `Exit code ${code}.`,
  notVerified: 'Not verified:',
  notRun: 'Not run:',
  notRunLabel: 'Not run',
  output: 'Output',
  errorOutput: 'Error output',
  noOutput: 'No output',
  lines: (count: number) => `${count} ${count === 1 ? 'line' : 'lines'}`,
  notShown: (count: number) => `${count} ${count === 1 ? 'line' : 'lines'} not shown`,
  runsInBrowser: (pyodide: string, python: string) =>
    `Runs in the browser (Pyodide ${pyodide}, Python ${python})`,
  notInBrowser: 'Does not run in the browser: ',
  command: (file: string) => `Command that runs ${file}`,
  commandWithUv: (file: string) => `Command that runs ${file} with uv`,
  text: 'Text',
  shell: 'Shell',
  /** A run that gets stuck. */
  hangs: 'Where it hangs',
  circle: 'Circle',
  circleLabel: 'The circle: each waits for the next, and the last is the first.',
  /** `waits in Lock.acquire for paper, which Bob holds`, by the words of a recording. */
  waits: (call: string, on: string | undefined, holder: string | undefined) =>
    `waits in ${call}${on === undefined ? '' : ` for ${on}`}` +
    (holder === undefined ? '' : `, which ${holder} holds`),
  itself: 'it',
  line: (number: number | string) => `line ${number}`,
  /** A race. */
  outcomes: 'Outcomes',
  outcomesOf: (name: string) => `Outcomes of ${name}`,
  prints: 'Prints',
  meaning: 'Meaning',
  howOften: 'How often',
  howOftenWith: (python: string) => `How often, Python ${python}`,
  neverSeen: 'never seen',
  of: (count: number, runs: number) => `${count} of ${runs}`,
  outcome: (number: number | string, often: string) => `Outcome ${number}, ${often}: `,
  seen: (often: string) => `seen in ${often} runs`,
  /** Files that a run leaves. */
  picture: 'Picture',
  table: 'Table',
  download: 'Download',
  downloadFile: (name: string) => `download ${name}`,
  downloadOf: (name: string, of: string) => `Download ${name} of ${of}`,
  fileOf: (name: string, of: string) => `${name} of ${of}`,
  moreRows: (count: number) => `${count} more ${count === 1 ? 'row' : 'rows'}`,
  moreLines: (count: number) => `${count} more ${count === 1 ? 'line' : 'lines'}`,
  without: (more: string) => `, without ${more}`,
  /** The Markdown edition. */
  ofFile: ' of ',
  region: ', region ',
  range: (from: number, to: number, all: number) => `, lines ${from} to ${to} of ${all}`,
  variantDiffers: (variant: string) => `${variant}, it does something else:`,
  pictureOf: (alt: string) => `(Picture: ${alt})`,
};
