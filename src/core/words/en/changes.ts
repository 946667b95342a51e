/** On `/changes/`: which outputs changed with which version of Python. */
export const enChanges = {
  title: 'Changes by version',
  summary: 'Which outputs of these samples changed with which version of Python, and in which lines.',
  note:
    'Outputs are compared as they were recorded. A recording holds for each version that has none of its ' +
    'own; a line that may differ from run to run can be among those that changed. The same',
  asMarkdown: 'as Markdown',
  python: (name: string): string => `Python ${name}`,
  comparedWith: (name: string): string => `Compared with Python ${name}`,
  /** The name of a difference, for those who hear the page. */
  label: (stream: string, sample: string, than: string): string =>
    `${stream} of ${sample}, compared with Python ${than}`,
  before: 'Before',
  after: 'Now',
  streams: { out: 'Output', err: 'Error output', waits: 'Where it hangs' },
  notShown: (names: string): string =>
    `This build did not verify the output of Python ${names}, so the lines are not shown.`,
  files: (names: string): string => `Files that changed: ${names}.`,
  /** Beside what was verified, and beside what is new. */
  link: 'Which outputs changed with which version',
};
