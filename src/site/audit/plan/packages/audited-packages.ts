import type { LedgerEntry } from '../../../../core/ledger/ledger.ts';

/** Each package of the entries once, as a reader sees it. */
export function auditedPackages(
  entries: readonly LedgerEntry[],
  dependencies: readonly string[],
): { readonly packages: readonly string[]; readonly ownPackages: readonly string[] } {
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[._-]+/g, '-');
  const asked = new Set(dependencies.map(each => plain(each.trim().replace(/[^\w.-].*$/s, ''))));
  const all = entries.flatMap(({ packages = [] }) => packages);
  const shown = (packages: typeof all): string[] => [
    ...new Set(packages.map(({ name, version }) => [name, version].join(' '))),
  ];
  return { packages: shown(all), ownPackages: shown(all.filter(({ name }) => asked.has(plain(name)))) };
}
