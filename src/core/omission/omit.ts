import type { Example } from '../example/example.ts';
import { applyEdits, feedsIn, type SourceEdit } from '../variant/edits.ts';
import { changedExample } from '../variant/variants-of.ts';
import type { Part } from './part.ts';

/**
 * An example without some of its parts. It is an example of its own, which runs like a variant that is not
 * recorded.
 */
export function omit(original: Example, parts: readonly Part[]): Example {
  const { source } = original;
  const lines = parts.flatMap(part => part.lines);
  const edits = joinEdits(parts.flatMap(part => part.edits)).map(edit => keepLines(source, edit));
  const changed = applyEdits(source, edits);
  const slug = parts.map(part => `${part.change}-${part.lines.join('-')}`).join('-');
  const name = `without line ${lines.join(', ')}`;
  // No table of the block declares it.
  return changedExample(original, changed, { index: -1, name, slug, isRecorded: false });
}

/**
 * Sorts edits. One inside another is lost, except that what is written in the place of a line moves to the
 * left as the line would.
 */
export function joinEdits(edits: readonly SourceEdit[]): readonly SourceEdit[] {
  const sorted = edits.toSorted((a, b) => a.from - b.from || b.to - a.to);
  const joined: SourceEdit[] = [];
  for (const edit of sorted) {
    const last = joined.at(-1);
    if (last === undefined || edit.from >= last.to) joined.push(edit);
    else if (edit.to > last.to) joined[joined.length - 1] = { ...last, to: edit.to };
    else if (edit.from === last.from && edit.text === '' && /^[ \t]+\S/.test(last.text))
      joined[joined.length - 1] = { ...last, text: last.text.slice(edit.to - edit.from) };
  }
  return joined;
}

/** An edit that takes out no line feed: what follows keeps its number, and a traceback reads the same. */
function keepLines(source: string, edit: SourceEdit): SourceEdit {
  const lost = feedsIn(source.slice(edit.from, edit.to)) - feedsIn(edit.text);
  return { ...edit, text: edit.text + '\n'.repeat(Math.max(0, lost)) };
}
