import { compare } from '@renovatebot/pep440';

/** A minor version of CPython. */
export interface PythonRelease {
  /** `3.13` */
  readonly version: string;
  /** The month of its last security release: `2029-10`. */
  readonly endOfLife: string;
  /** The PEP with its release schedule, which names that month. */
  readonly pep: number;
}

/** The versions that samples may run under, the oldest first. Each October adds one. */
export const PYTHON_RELEASES: readonly PythonRelease[] = [
  { version: '3.11', endOfLife: '2027-10', pep: 664 },
  { version: '3.12', endOfLife: '2028-10', pep: 693 },
  { version: '3.13', endOfLife: '2029-10', pep: 719 },
  { version: '3.14', endOfLife: '2030-10', pep: 745 },
  { version: '3.15', endOfLife: '2031-10', pep: 790 },
];

/** Whether a minor version gets no more releases. One older than all of the table gets none. */
export function isPastEndOfLife(version: string, month: string): boolean {
  const known = PYTHON_RELEASES.find(release => release.version === version);
  if (known !== undefined) return month > known.endOfLife;
  return compare(version, PYTHON_RELEASES[0]?.version ?? version) < 0;
}

/** The oldest minor version that still gets releases; undefined if the table has none. */
export function oldestSupported(month: string): string | undefined {
  return PYTHON_RELEASES.find(({ version }) => !isPastEndOfLife(version, month))?.version;
}

/** Versions newer than the table, each once: it is out of date. */
export function unknownVersions(versions: readonly string[]): readonly string[] {
  const newest = PYTHON_RELEASES.at(-1)?.version ?? '3.0';
  return [...new Set(versions)].filter(version => compare(version, newest) > 0);
}
