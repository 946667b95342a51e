import { slug } from 'github-slugger';
import type { Problem } from '../../core/problems/problem.ts';
import type { Heading } from '../article/parse-mdx.ts';
import { problemsAt } from './problems-at.ts';

/** Headings that make no outline. Screen readers navigate by headings, and links lead to their anchors. */
export function headingProblems(headings: readonly Heading[], file: string): Problem[] {
  /** The line of the first heading of each anchor, without the numbers that make anchors unique. */
  const firstLines = new Map<string, number>();
  return problemsAt(headings, file, ({ depth, text, position: { line } }, index) => {
    const before = headings[index - 1]?.depth ?? 1;
    const deepest = Math.max(2, before + 1);
    const above = index === 0 ? 'the title' : `one of level ${before}`;
    const anchor = slug(text);
    const firstLine = firstLines.get(anchor);
    firstLines.set(anchor, firstLine ?? line);
    const isEmpty = text.trim() === '';
    const first = 'A heading of the first level: the title of the article is the only one.';
    const skips = `A heading of level ${depth} follows ${above}: a level is left out.`;
    const twice = `A second heading is called "${text}", as in line ${firstLine}: a link may lead to either.`;
    return [
      isEmpty && { title: 'A heading without a text.', remedy: 'Give it one, or remove it.' },
      depth === 1 && { title: first, remedy: `## ${text}` },
      depth > deepest && { title: skips, remedy: `${'#'.repeat(deepest)} ${text}` },
      firstLine !== undefined &&
        !isEmpty && { title: twice, remedy: 'Give each heading of an article a text of its own.' },
    ];
  });
}
