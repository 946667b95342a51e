import { idOf } from '../../core/example/example.ts';
import { type Node, positionOf, propsOf, shownBy, textOf, walk } from '../article/mdx-tree.ts';

/** A block of prose of an article: the text in which numbers are looked for. */
export interface Prose {
  readonly text: string;
  /** Offset in the article's source of the character at an index of the text. */
  offsetAt(index: number): number;
}

/** A tag inside of prose that answers for a number. */
export interface NumberTag {
  readonly kind: 'bound' | 'literal';
  readonly text: string;
  readonly offset: number;
}

/** An article's beginning, or what is below one of its headings `##`, with all headings inside. */
export interface ArticleSection {
  readonly prose: readonly Prose[];
  readonly tags: readonly NumberTag[];
  /** Ids of the examples that it shows. */
  readonly ids: readonly string[];
}

/** Blocks that hold lines of text. */
const TEXT_BLOCKS = new Set(['paragraph', 'tableCell', 'mdxJsxFlowElement']);
/** What states nothing of its own: code, names of pages, what has blocks of its own. */
const OPAQUE = new Set(
  `inlineCode link linkReference image imageReference code footnoteReference html list table blockquote
  heading`.split(/\s+/),
);
/** Tags around a text that is no prose, or whose number is answered for. */
const OPAQUE_TAGS = new Set(['Value', 'Ratio', 'Literal', 'a', 'kbd', 'time']);
/** Takes the place of what is left out, so that the words beside it do not meet. */
const GAP = '\uFFFC';

/** An article → its sections, each with its prose, its tags and its examples. */
export function articleSections(tree: Node): readonly ArticleSection[] {
  const sections = [{ prose: [] as Prose[], tags: [] as NumberTag[], ids: [] as string[] }];
  for (const [node, around] of walk(tree)) {
    const isTag = node.type.startsWith('mdxJsx');
    if (node.type === 'heading' && (node.depth ?? 1) <= 2) sections.push({ prose: [], tags: [], ids: [] });
    const current = sections.at(-1);
    if (current === undefined) continue;
    if (isTag && (node.name === 'Example' || node.name === 'Output'))
      current.ids.push(idOf(String(propsOf(node).file)));
    else if (isTag && (node.name === 'Value' || node.name === 'Ratio' || node.name === 'Literal')) {
      const kind = node.name === 'Literal' ? 'literal' : 'bound';
      current.tags.push({ kind, text: textOf(node), offset: positionOf(node).start });
    } else if (TEXT_BLOCKS.has(node.type) && !around.some(({ type }) => type === 'heading')) {
      const prose = proseOf(node);
      if (prose.text.trim() !== '') current.prose.push(prose);
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
    } else if (node.type === 'mdxTextExpression') {
      starts.push({ index: text.length, offset: positionOf(node).start });
      text += shownBy(node.value ?? '') ?? GAP;
    } else if (node.type === 'break' || node.name === 'br') text += '\n';
    else if (OPAQUE.has(node.type) || OPAQUE_TAGS.has(node.name ?? '')) text += GAP;
    else for (const child of node.children ?? []) if (!TEXT_BLOCKS.has(child.type)) add(child);
  };
  for (const child of block.children ?? []) if (!TEXT_BLOCKS.has(child.type)) add(child);
  const offsetAt = (index: number): number => {
    const part = starts.findLast(each => each.index <= index);
    return part === undefined ? positionOf(block).start : part.offset + index - part.index;
  };
  return { text, offsetAt };
}
