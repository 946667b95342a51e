/** A part of a source, by offsets (`to` is behind it), and what takes its place. */
export interface SourceEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A source after edits, and for each of its lines that of the original, both 1-based. */
export interface ChangedSource {
  readonly source: string;
  readonly originalLines: readonly number[];
}

/** The line feeds of a text. */
export function feedsIn(text: string): number {
  let count = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) count += 1;
  return count;
}

/** @param edits sorted; none begins inside another */
export function applyEdits(source: string, edits: readonly SourceEdit[]): ChangedSource {
  const originalLines: number[] = [];
  let changed = '';
  let [at, line] = [0, 1];
  const append = (text: string, first: number, last: number): void => {
    const breaks = feedsIn(text);
    for (let index = 0; index < breaks; index += 1) originalLines.push(Math.min(first + index, last));
    changed += text;
  };
  for (const { from, to, text } of edits) {
    const kept = source.slice(at, from);
    append(kept, line, Number.POSITIVE_INFINITY);
    line += feedsIn(kept);
    append(text, line, line + feedsIn(source.slice(from, Math.max(from, to - 1))));
    line += feedsIn(source.slice(from, to));
    at = to;
  }
  // The line feed closes the last line, so that it is counted too.
  append(`${source.slice(at)}\n`, line, Number.POSITIVE_INFINITY);
  return { source: changed.slice(0, -1), originalLines };
}
