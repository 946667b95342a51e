import { textOf } from '../article/mdx-tree.ts';
import { isNumberTag, type NumberTag, type Prose, numberTagOf } from './article-sections.ts';

/** A sentence of an article. */
export interface Sentence {
  /** As readers see it, in one line. */
  readonly text: string;
  /** Offset in the article's source. */
  readonly offset: number;
  readonly tags: readonly NumberTag[];
  readonly part: number;
}

const END = /[.!?:](?=\s)|\n(?=\s*$)/g;

/** A block of prose → its sentences. */
export function sentencesOf({ text, gaps, part, offsetAt }: Prose): readonly Sentence[] {
  const ends = [...text.matchAll(END)].map(({ index }) => index + 1);
  let from = 0;
  return [...ends, text.length].flatMap(end => {
    const start = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
    from = end;
    if (start >= end) return [];
    const inside = gaps.filter(({ index }) => index >= start && index < end);
    let shown = '';
    let at = start;
    for (const { index, node } of inside) {
      shown += text.slice(at, index) + textOf(node);
      at = index + 1;
    }
    shown += text.slice(at, end);
    const tags = inside.filter(({ node }) => isNumberTag(node)).map(({ node }) => numberTagOf(node));
    return [{ text: shown.replaceAll(/\s+/g, ' ').trim(), offset: offsetAt(start), tags, part }];
  });
}
