import { idOf } from '../../core/example/example.ts';
import { isNote } from '../article/notes/example-notes.ts';
import { type Node, positionOf, propsOf, shownBy, textOf, walk } from '../article/mdx-tree.ts';

/** A tag that answers for the numbers in it. */
export interface NumberTag {
  readonly kind: 'bound' | 'literal';
  readonly text: string;
  readonly props: Readonly<Record<string, unknown>>;
}

/** What of a block of prose is no prose: code, a link, a tag. One character takes its place in the text. */
interface Gap {
  readonly index: number;
  readonly node: Node;
}

/** A block of prose of an article: the text in which numbers are looked for. */
export interface Prose {
  readonly text: string;
  readonly gaps: readonly Gap[];
  /** Counts the headings of any depth before it. */
  readonly part: number;
  /** Offset in the article's source of the character at an index of the text. */
  offsetAt(index: number): number;
}

/** An article's beginning, or what is below one of its headings `##`, with all headings inside. */
export interface ArticleSection {
  readonly prose: readonly Prose[];
  readonly tags: readonly NumberTag[];
  /** The examples that it shows, each in its part. */
  readonly shown: readonly { readonly id: string; readonly part: number }[];
}

/** Blocks that hold lines of text. */
const TEXT_BLOCKS = new Set(['paragraph', 'tableCell', 'mdxJsxFlowElement']);
/** What states nothing of its own: code, names of pages, what has blocks of its own. */
const OPAQUE = new Set(
  `inlineMath inlineCode link linkReference image imageReference code footnoteReference html list table
  blockquote heading`.split(/\s+/),
);
/** Tags around a text that is no prose, or whose number is answered for. */
const OPAQUE_TAGS = new Set(['Value', 'Ratio', 'Literal', 'a', 'kbd', 'time']);
/** Takes the place of what is left out, so that the words beside it do not meet. */
const GAP = '\uFFFC';

/** An article → its sections, each with its prose, its tags and its examples. */
export function articleSections(tree: Node): readonly ArticleSection[] {
  const empty = () => ({
    prose: [] as Prose[],
    tags: [] as NumberTag[],
    shown: [] as { id: string; part: number }[],
  });
  const sections = [empty()];
  let part = 0;
  for (const [node, around] of walk(tree)) {
    if (node.type === 'heading') part += 1;
    if (node.type === 'heading' && (node.depth ?? 1) <= 2) sections.push(empty());
    const current = sections.at(-1);
    const name = node.type.startsWith('mdxJsx') ? node.name : undefined;
    const { file, start, solution } = propsOf(node);
    if (name === 'Example' || name === 'Output' || name === 'Predict')
      current?.shown.push({ id: idOf(String(file)), part });
    else if (name === 'Exercise')
      current?.shown.push(
        ...[start, solution].flatMap(each => (each === undefined ? [] : { id: idOf(String(each)), part })),
      );
    else if (isNumberTag(node)) current?.tags.push(numberTagOf(node));
    else if ((TEXT_BLOCKS.has(node.type) || isNote(node)) && !around.some(({ type }) => type === 'heading')) {
      const prose = proseOf(node, part);
      if (prose.text.trim() !== '') current?.prose.push(prose);
    }
  }
  return sections;
}

/** A formula that is a number and nothing else states it as a text does. All others are no claims. */
function isNumber({ type, value = '' }: Node): boolean {
  return type === 'inlineMath' && /^\d[\d.,]*$/.test(value);
}

/** Whether a node is a tag that answers for a number. */
export function isNumberTag({ type, name }: Node): boolean {
  return type.startsWith('mdxJsx') && /^(?:Value|Ratio|Literal)$/.test(name ?? '');
}

/** A node → its tag. */
export function numberTagOf(node: Node): NumberTag {
  return { kind: node.name === 'Literal' ? 'literal' : 'bound', text: textOf(node), props: propsOf(node) };
}

function proseOf(block: Node, part: number): Prose {
  let text = '';
  const starts: { index: number; offset: number }[] = [];
  const gaps: Gap[] = [];
  const add = (node: Node): void => {
    starts.push({ index: text.length, offset: positionOf(node).start });
    if (node.type === 'text' || isNumber(node)) text += node.value ?? '';
    else if (node.type === 'break' || node.name === 'br') text += '\n';
    else if (node.type === 'mdxTextExpression') text += shownBy(node.value ?? '') ?? GAP;
    else if (OPAQUE.has(node.type) || OPAQUE_TAGS.has(node.name ?? '')) {
      gaps.push({ index: text.length, node });
      text += GAP;
    } else addAll(node);
  };
  const addAll = ({ children = [] }: Node): void => {
    for (const child of children) if (!TEXT_BLOCKS.has(child.type)) add(child);
  };
  addAll(block);
  const offsetAt = (index: number): number => {
    const last = starts.findLast(each => each.index <= index);
    return last === undefined ? positionOf(block).start : last.offset + index - last.index;
  };
  return { text, gaps, part, offsetAt };
}
