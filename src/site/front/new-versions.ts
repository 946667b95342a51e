import { compare } from '@renovatebot/pep440';

/** How many minor versions of Python a site calls new. */
const NEW_VERSIONS = 2;

/** The oldest minor version that a sample runs under: `>=3.14` → `3.14`; undefined if it names none. */
export function lowestVersion(requiresPython: string | undefined): string | undefined {
  return /(?:>=|~=|==)\s*(?<minor>3\.\d+)/.exec(requiresPython ?? '')?.groups?.minor;
}

/**
 * The minor versions of Python that are new on a site: the newest that samples need, if others run under an
 * older one. @param required what each sample asks for: `>=3.11`
 */
export function newVersions(required: readonly (string | undefined)[]): readonly string[] {
  const all = [...new Set(required.flatMap(each => lowestVersion(each) ?? []))].toSorted((a, b) =>
    compare(b, a),
  );
  return all.slice(0, Math.min(NEW_VERSIONS, all.length - 1));
}
