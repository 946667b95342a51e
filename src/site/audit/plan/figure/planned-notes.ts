/** A note of an author on a line of code. */
export interface PlannedNote {
  /** As the author named the line. */
  readonly line: string;
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** The notes inside an example, in the order of the article. */
export function plannedNotes(
  { children = [] }: Node,
  propsOf: (node: Node) => Readonly<Record<string, unknown>>,
): readonly PlannedNote[] {
  return children
    .filter(({ type, name }) => type.startsWith('mdxJsx') && name === 'At')
    .map(note => ({ line: String(propsOf(note).line), text: textOf(note) }));
}

function textOf({ value, children = [] }: Node): string {
  return value ?? children.map(textOf).join('');
}
