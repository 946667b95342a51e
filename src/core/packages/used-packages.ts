import { directNames, normalName, type Package } from './lock.ts';

/** The packages with which the runs of an example were made: one may have several versions. */
export function usedPackages(
  entries: readonly { readonly packages?: readonly Package[] | undefined }[],
): readonly Package[] {
  const used = new Map(
    entries
      .flatMap(({ packages = [] }) => packages)
      .map(({ name, version }) => [`${name} ${version}`, { name, version }]),
  );
  return [...used.values()];
}

/** Those of them that the block of the example asks for itself. */
export function directPackages(
  packages: readonly Package[],
  dependencies: readonly string[],
): readonly Package[] {
  const names = directNames(dependencies);
  return packages.filter(({ name }) => names.has(normalName(name)));
}

/** Packages for a reader: `numpy 2.5.5, rich 15.0.0`. */
export function packageNames(packages: readonly Package[]): string {
  return packages.map(({ name, version }) => `${name} ${version}`).join(', ');
}
