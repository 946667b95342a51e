/** The one place of all runs: the paths and names that a sample sees, on every machine. */
export const PLACE = {
  /** The installation of the interpreter. */
  python: '/opt/python',
  /** The folder of the harness. */
  harness: '/opt/verbatim',
  /** The packages that the sample declares. */
  packages: '/opt/packages',
  user: 'verbatim',
  uid: '1000',
  host: 'localhost',
  home: '/home/verbatim',
  /** The working directory. */
  work: '/home/verbatim/work',
  temporary: '/tmp',
} as const;
