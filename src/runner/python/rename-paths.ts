/** Where something lies during a run, and how it is called in what the run printed. */
export type Renaming = readonly [real: string, shown: string];

/** Gives what a run wrote the names of `PLACE`, wherever its files lay. Longer paths are renamed first. */
export function renamePaths(bytes: Buffer, renamings: readonly Renaming[]): Buffer {
  const shown = new Map(
    renamings
      .filter(([real, name]) => real !== name)
      .map(renaming => renaming.map(latin1) as [string, string])
      .toSorted(([a], [b]) => b.length - a.length),
  );
  if (![...shown.keys()].some(real => bytes.includes(real, 0, 'latin1'))) return bytes;
  const pattern = [...shown.keys()].map(real => real.replaceAll(/[^\w/]/g, String.raw`\$&`)).join('|');
  const text = bytes
    .toString('latin1')
    .replaceAll(new RegExp(`(?:${pattern})(?![\\w-])`, 'g'), real => shown.get(real) ?? real);
  return Buffer.from(text, 'latin1');
}

/** The bytes of a text, one character each: what a run writes need not be UTF-8. */
function latin1(text: string): string {
  return Buffer.from(text).toString('latin1');
}
