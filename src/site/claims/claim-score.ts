import type { Node } from '../article/mdx-tree.ts';
import type { CheckedExamples } from '../figures/parts/checked-example.ts';
import { articleNumbers } from './article-numbers.ts';

/** What an article does with the numbers of its prose. */
export interface ClaimScore {
  /** All numbers, most of which speak of no output. */
  readonly numbers: number;
  readonly bound: number;
  readonly literal: number;
  /** Numbers that an output holds or contradicts, and that no tag answers for. */
  readonly unanswered: number;
}

/** Counts the numbers of an article: bound to runs, marked as literal, unanswered. */
export function claimScore(tree: Node, examples: CheckedExamples): ClaimScore {
  const { all, bound, literal, unanswered } = articleNumbers(tree, examples);
  return { numbers: all, bound, literal, unanswered: unanswered.length };
}
