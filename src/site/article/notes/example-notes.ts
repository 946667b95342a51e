import { findPropPositions, type Node, type Position, positionOf, propsOf } from '../mdx-tree.ts';
import type { Reference } from '../parse-mdx.ts';

/** The name of the tag. */
export const AT = 'At';

/** A note on a line of code: `<At line="with lock:">Only one thread at a time.</At>` in an `<Example>`. */
export interface ExampleNote extends Pick<Reference, 'position' | 'props' | 'propPositions'> {
  /** The range of the tag that begins it. */
  readonly begin: Range;
}

type Range = Pick<Position, 'start' | 'end'>;

/** What of a reference its notes are read from. */
type Noted = Pick<Reference, 'position' | 'whole' | 'content'>;

/** The notes inside an `<Example>`, in the order of the article. Nothing else holds notes. */
export function notesIn({ position: outer, whole = '', content = [] }: Noted): readonly ExampleNote[] {
  return content.filter(isNote).map(node => {
    const position = positionOf(node);
    const props = propsOf(node);
    const inWhole = { ...position, start: position.start - outer.start, end: position.end - outer.start };
    const propPositions = findPropPositions(whole, inWhole, Object.keys(props));
    return { position, props, propPositions, begin: { start: position.start, end: contentStart(node) } };
  });
}

function contentStart(node: Node): number {
  const [first] = node.children ?? [];
  return first === undefined ? positionOf(node).end : positionOf(first).start;
}

/** The range of a source that a figure takes: the tag that begins it, if it holds notes. */
export function figurePlace(reference: Noted): Range {
  const [first] = reference.content ?? [];
  const { start, end } = reference.position;
  const hasNotes = first !== undefined && notesIn(reference).length > 0;
  return { start, end: hasNotes ? positionOf(first).start : end };
}

/** Texts that take the place of ranges of an article. */
type Edits = readonly (Range & { readonly text: string })[];

/**
 * What takes the place of the tag of a figure. The notes inside it keep their texts.
 * @param range of the source that the figure takes
 * @param tag `<Example figure="3f2a" />`
 */
export function figureEdits(reference: Noted | undefined, range: Range, tag: string): Edits {
  const notes = reference === undefined ? [] : notesIn(reference);
  if (reference === undefined || notes.length === 0) return [{ ...range, text: tag }];
  const { whole = '', position } = reference;
  const closing = { start: position.start + whole.lastIndexOf('</'), end: position.end };
  return [
    { ...figurePlace(reference), text: tag.replace(/ \/>$/, '>') },
    { ...closing, text: `</${/^<(\w+)/.exec(tag)?.[1]}>` },
    ...notes.map((note, index) => ({ ...note.begin, text: `<${AT} slot="${noteSlot(index)}">` })),
  ];
}

/** The slot in which a figure finds the text of a note, counted from 0. */
export function noteSlot(index: number): string {
  return `note-${index + 1}`;
}

/** Whether a node is a note. */
export function isNote({ type, name }: Node): boolean {
  return type.startsWith('mdxJsx') && name === AT;
}
