import { slug } from 'github-slugger';
import type { Problem } from '../../core/problems/problem.ts';
import type { Heading } from '../article/parse-mdx.ts';

/** Headings that do not make an outline: those who listen to a page find their way by it, and links lead to its anchors. */
export function headingProblems(headings: readonly Heading[], file: string): Problem[] {
  const first = new Map<string, number>();
  return headings.flatMap(({ depth, text, place: { line, column } }, index): Problem[] => {
    const at = { file, line, column };
    const before = headings[index - 1]?.depth ?? 1;
    // What the anchor would be if no other heading had it.
    const anchor = slug(text);
    const taken = first.get(anchor);
    first.set(anchor, taken ?? line);
    return [
      ...(text.trim() === ''
        ? [{ ...at, title: 'A heading without a text.', remedy: 'Give it one, or remove it.' }]
        : []),
      ...(depth === 1
        ? [
            {
              ...at,
              title: 'A heading of the first level: the title of the article is the only one.',
              remedy: `## ${text}`,
            },
          ]
        : []),
      ...(depth > Math.max(2, before + 1)
        ? [
            {
              ...at,
              title: `A heading of level ${depth} follows ${index === 0 ? 'the title' : `one of level ${before}`}: a level is left out.`,
              remedy: `${'#'.repeat(Math.max(2, before + 1))} ${text}`,
            },
          ]
        : []),
      ...(taken !== undefined && text.trim() !== ''
        ? [
            {
              ...at,
              title: `A second heading is called "${text}" (the first is in line ${taken}): a link to it would lead elsewhere when headings are moved.`,
              remedy: 'Give each heading of an article a text of its own.',
            },
          ]
        : []),
    ];
  });
}
