import { type PageNode, textIn } from './page-tree.ts';

/** How a drawing is written in lines: which elements and attributes count, and how an attribute is read. */
export type ReadAttribute = (node: PageNode, name: string, value: string) => string | undefined;

/** Everything of a drawing: each element with its depth, its attributes, and each text, in order. */
export function drawnLines(node: PageNode, read: ReadAttribute, depth = 0): readonly string[] {
  if (node.type === 'text') {
    const text = textIn(node).replaceAll(/\s+/g, ' ');
    return text.trim() === '' ? [] : [`${depth} ${JSON.stringify(text)}`];
  }
  const attributes = Object.entries(node.attribs ?? {})
    .flatMap(([name, value]) => {
      const shown = read(node, name, value);
      return shown === undefined ? [] : [`[${name}=${shown}]`];
    })
    .toSorted();
  const inside = (node.children ?? []).flatMap(child => drawnLines(child, read, depth + 1));
  return [`${depth} ${node.name}${attributes.join('')}`, ...inside];
}

/** The first element of a name in a tree; undefined if there is none. */
export function firstElement(node: PageNode, name: string): PageNode | undefined {
  if (node.name === name) return node;
  for (const child of node.children ?? []) {
    const found = firstElement(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
