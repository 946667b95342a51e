import { type Node, positionOf, propsOf, shownBy, walk } from '../article/mdx-tree.ts';

/** A block of prose of an article: the text in which numbers are looked for. */
export interface Prose {
  readonly text: string;
  /** Offset in the article's source of the text's character at an index. */
  offsetAt(index: number): number;
}

/** What is between two headings of an article. */
export interface ArticleSection {
  readonly texts: readonly Prose[];
  /** The `file` of each example that it shows. */
  readonly references: readonly string[];
}

/** Blocks that hold lines of text. */
const TEXT_BLOCKS = new Set(['paragraph', 'tableCell', 'mdxJsxFlowElement']);
/** What states nothing of its own: code, names of other pages, quoted values. */
const OPAQUE = new Set(['inlineCode', 'link', 'linkReference', 'code', 'footnoteReference', 'html']);
/** Takes the place of what is left out, so that the words beside it do not meet. */
const GAP = '\uFFFC';

/** An article → its sections, each with its prose and its examples. */
export function articleSections(tree: Node): readonly ArticleSection[] {
  const sections: { texts: Prose[]; references: string[] }[] = [{ texts: [], references: [] }];
  for (const [node, around] of walk(tree)) {
    const current = sections.at(-1);
    if (node.type === 'heading' && (node.depth ?? 1) <= 2) sections.push({ texts: [], references: [] });
    else if (/^mdxJsx/.test(node.type) && (node.name === 'Example' || node.name === 'Output'))
      current?.references.push(String(propsOf(node).file));
    else if (TEXT_BLOCKS.has(node.type) && !around.some(({ type }) => type === 'heading')) {
      const prose = proseOf(node);
      if (prose.text.trim() !== '') current?.texts.push(prose);
    }
  }
  return sections;
}

function proseOf(block: Node): Prose {
  let text = '';
  const starts: { index: number; offset: number }[] = [];
  const add = (node: Node): void => {
    if (node.type === 'text') {
      starts.push({ index: text.length, offset: positionOf(node).start });
      text += node.value ?? '';
    } else if (node.type === 'mdxTextExpression') text += shownBy(node.value ?? '') ?? GAP;
    else if (node.type === 'break') text += '\n';
    else if (isOpaque(node)) text += GAP;
    else for (const child of node.children ?? []) if (!TEXT_BLOCKS.has(child.type)) add(child);
  };
  for (const child of block.children ?? []) if (!TEXT_BLOCKS.has(child.type)) add(child);
  const offsetAt = (index: number): number => {
    const part = starts.findLast(each => each.index <= index);
    return part === undefined ? positionOf(block).start : part.offset + index - part.index;
  };
  return { text, offsetAt };
}

/** A tag that quotes or leaves alone what it encloses; a list or a table, whose own blocks are walked. */
function isOpaque({ type, name }: Node): boolean {
  return (
    OPAQUE.has(type) ||
    ['list', 'table', 'blockquote'].includes(type) ||
    (type === 'mdxJsxTextElement' && /^(?:Value|Ratio|Literal|a|kbd)$/.test(name ?? ''))
  );
}
