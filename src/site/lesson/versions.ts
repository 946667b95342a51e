/** The versions of badges, each once, the newest first: `3.15`, `3.9`. */
export function versionsOfBadges(marks: readonly { readonly version: string }[]): readonly string[] {
  const minor = (version: string): number => Number(version.split('.')[1]);
  return [...new Set(marks.map(({ version }) => version))].toSorted((a, b) => minor(b) - minor(a));
}
