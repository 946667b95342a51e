import { type Node, type Position, positionOf, propsOf, walk } from '../article/mdx-tree.ts';

/** A picture of an article, with where it is. */
export interface ArticlePicture {
  readonly url: string;
  readonly alt: string;
  /** Its caption. */
  readonly title: string | undefined;
  /** Whether nothing else is in its paragraph, or it is a block itself. */
  readonly isAlone: boolean;
  /** The attributes of an `<img>`; absent if it is one of Markdown. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly position: Position;
}

/** All pictures of an article, in the order of its text. */
export function picturesOf(tree: Node): readonly ArticlePicture[] {
  const nodes = [...walk(tree)];
  const definitions = new Map(
    nodes
      .map(([node]) => node)
      .filter(({ type }) => type === 'definition')
      .toReversed()
      .map(node => [node.identifier, node]),
  );
  return nodes.flatMap(([node, around]): ArticlePicture[] => {
    const isTag = node.type.startsWith('mdxJsx') && node.name === 'img';
    if (!isTag && node.type !== 'image' && node.type !== 'imageReference') return [];
    const attributes = isTag ? propsOf(node) : undefined;
    const defined = node.type === 'imageReference' ? definitions.get(node.identifier) : node;
    const { src, alt, title } = attributes ?? { src: defined?.url, alt: node.alt, title: defined?.title };
    const parent = around.at(-1);
    const siblings = parent?.children?.filter(
      ({ type, value = '' }) => type !== 'text' || value.trim() !== '',
    );
    const isAlone =
      node.type === 'mdxJsxFlowElement' || (parent?.type === 'paragraph' && siblings?.length === 1);
    return [
      {
        url: String(src ?? ''),
        alt: String(alt ?? ''),
        title: typeof title === 'string' && title.trim() !== '' ? title : undefined,
        isAlone,
        ...(attributes === undefined ? {} : { attributes }),
        position: positionOf(node),
      },
    ];
  });
}
