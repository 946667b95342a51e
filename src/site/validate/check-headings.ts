import { slug } from 'github-slugger';
import type { Problem } from '../../core/problems/problem.ts';
import type { Heading } from '../article/parse-mdx.ts';

/** Headings that make no outline. Screen readers navigate by headings, and links lead to their anchors. */
export function headingProblems(headings: readonly Heading[], file: string): Problem[] {
  /** The line of the first heading of each anchor, without the numbers that make anchors unique. */
  const firstLines = new Map<string, number>();
  return headings.flatMap(({ depth, text, position: { line, column } }, index) => {
    const problems: Problem[] = [];
    const report = (fault: Pick<Problem, 'title' | 'remedy'>): void => {
      problems.push({ file, line, column, ...fault });
    };
    const before = headings[index - 1]?.depth ?? 1;
    const deepest = Math.max(2, before + 1);
    const anchor = slug(text);
    const firstLine = firstLines.get(anchor);
    firstLines.set(anchor, firstLine ?? line);
    if (text.trim() === '')
      report({ title: 'A heading without a text.', remedy: 'Give it one, or remove it.' });
    if (depth === 1)
      report({
        title: 'A heading of the first level: the title of the article is the only one.',
        remedy: `## ${text}`,
      });
    if (depth > deepest) {
      const above = index === 0 ? 'the title' : `one of level ${before}`;
      report({
        title: `A heading of level ${depth} follows ${above}: a level is left out.`,
        remedy: `${'#'.repeat(deepest)} ${text}`,
      });
    }
    if (firstLine !== undefined && text.trim() !== '')
      report({
        title: `A second heading is called "${text}", as in line ${firstLine}: a link may lead to either.`,
        remedy: 'Give each heading of an article a text of its own.',
      });
    return problems;
  });
}
