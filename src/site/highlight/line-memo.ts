import type { HighlightedLine, LineHighlighter } from './plain-highlighter.ts';

/** Sources that are kept: many times what is edited at a time. */
const MOST = 2_000;

/** A highlighter that remembers: a dev server shows the same sources again and again. */
export function remembering(highlighter: LineHighlighter): LineHighlighter {
  const known = new Map<string, readonly HighlightedLine[]>();
  return {
    lines: (source, language) => {
      const key = `${language}\n${source}`;
      const found = known.get(key) ?? highlighter.lines(source, language);
      if (known.size >= MOST) known.clear();
      known.set(key, found);
      return found;
    },
    skip: (name, skipped) => highlighter.skip(name, skipped),
  };
}
