import { type Node, type Position, positionOf, walk } from '../article/mdx-tree.ts';

/** A formula in a line of an article. */
export interface Formula {
  readonly tex: string;
  /** Whether it is between two signs `$$`, which is no mark here. */
  readonly isDouble: boolean;
  /** Whether it is in a heading. */
  readonly inHeading: boolean;
  /** Where its paragraph begins and ends, if that holds nothing else: a compiler sees no paragraph then. */
  readonly opens?: true;
  readonly closes?: true;
  readonly position: Position;
}

/** All formulas in lines, in the order of the text. */
export function formulasOf(tree: Node): readonly Formula[] {
  return [...walk(tree)].flatMap(([node, around]): Formula[] => {
    if (node.type !== 'inlineMath') return [];
    const [outer, parent] = [around.at(-2), around.at(-1)];
    const siblings = parent?.children ?? [];
    const isAlone =
      parent?.type === 'paragraph' &&
      !(outer?.type === 'listItem' && outer.spread !== true) &&
      siblings.every(
        ({ type, value = '' }) => type === 'inlineMath' || (type === 'text' && value.trim() === ''),
      );
    const formulas = siblings.filter(({ type }) => type === 'inlineMath');
    return [
      {
        tex: node.value ?? '',
        isDouble: node.meta === '$$',
        inHeading: around.some(({ type }) => type === 'heading'),
        ...(isAlone && formulas[0] === node ? { opens: true } : {}),
        ...(isAlone && formulas.at(-1) === node ? { closes: true } : {}),
        position: positionOf(node),
      },
    ];
  });
}
