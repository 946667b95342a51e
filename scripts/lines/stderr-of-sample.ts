import { stripVTControlCharacters } from 'node:util';

/**
 * What a sample wrote to stderr, of all that its line wrote there. What uv says about packages is left out,
 * which it colors if the sample has colors; and tracebacks name files by the folder in which they lie, where
 * uv gives what it fetched a name of its own.
 * @param entry file name of the sample, such as `race.py`
 */
export function stderrOfSample(text: string, entry: string): string {
  const stem = entry.replace(/\.py$/, '');
  return text
    .replaceAll(/^.*\n/gm, line => (isOfUv(line) ? '' : line))
    .replaceAll(new RegExp(`/[^"\\s]*/${stem}[^"\\s/]*\\.py`, 'g'), entry);
}

const isOfUv = (line: string): boolean => /^Installed \d+ packages? in /.test(stripVTControlCharacters(line));
