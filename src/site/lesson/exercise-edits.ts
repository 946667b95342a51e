import { positionOf, type Node, type Position } from '../article/mdx-tree.ts';
import type { Tag } from '../article/parse-mdx.ts';

/** A text in the place of a range of an article, in UTF-16 units. */
interface Edit extends Pick<Position, 'start' | 'end'> {
  readonly text: string;
}

/** Tags of the figures of an exercise; empty for one that it has not. */
interface ExerciseTags {
  readonly start: string;
  readonly solution: string;
}

/**
 * Puts the figures of an exercise into its source: the code to change behind the task, and the solution at
 * the end of `<Solution>`, or in one of its own. Hints get their numbers.
 */
export function exerciseEdits(
  { content, position, whole }: Pick<Tag, 'content' | 'position' | 'whole'>,
  { start, solution }: ExerciseTags,
): readonly Edit[] {
  const hints = content.filter(({ name }) => name === 'Hint');
  const prose = content.find(({ name }) => name === 'Solution');
  const end = endOfContent(whole, position.start);
  const folded = hints[0] ?? prose;
  const behindTask = folded === undefined ? end : positionOf(folded).start;
  const own = prose !== undefined || solution === '' ? '' : `<Solution>${solution}</Solution>`;
  const inserted = (at: number, text: string): Edit[] => (text === '' ? [] : [{ start: at, end: at, text }]);
  return [
    ...hints.map((hint, index) => numbered(hint, index + 1, hints.length)),
    ...(behindTask === end
      ? inserted(end, start + own)
      : [...inserted(behindTask, start), ...inserted(end, own)]),
    ...(prose === undefined ? [] : inserted(endOfNode(prose, whole, position.start), solution)),
  ];
}

/** The tag that begins a hint, with its number among all hints of its exercise. */
function numbered(hint: Node, number: number, count: number): Edit {
  const { start } = positionOf(hint);
  return { start, end: start + '<Hint'.length, text: `<Hint number="${number}" of="${count}"` };
}

function endOfNode(node: Node, whole: string, offset: number): number {
  const { start, end } = positionOf(node);
  return endOfContent(whole.slice(start - offset, end - offset), start);
}

/** The offset of the closing tag of a component. */
function endOfContent(whole: string, offset: number): number {
  return offset + whole.lastIndexOf('</');
}
