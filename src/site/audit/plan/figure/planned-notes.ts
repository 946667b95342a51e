/** A note of an author on a line of code. */
export interface PlannedNote {
  /** As the author named the line. */
  readonly line: string;
  readonly text: string;
  readonly links: readonly PlannedLink[];
}

/** A link in a note. */
interface PlannedLink {
  readonly url: string;
  readonly title?: string | undefined;
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly url?: string;
  readonly title?: string | null;
  readonly children?: readonly Node[];
}

type PropsOf = (node: Node) => Readonly<Record<string, unknown>>;

/** The notes inside an example, in the order of the article. */
export function plannedNotes({ children = [] }: Node, propsOf: PropsOf): readonly PlannedNote[] {
  return children
    .filter(({ type, name }) => type.startsWith('mdxJsx') && name === 'At')
    .map(note => ({ line: String(propsOf(note).line), text: textOf(note), links: linksIn(note, propsOf) }));
}

function linksIn(node: Node, propsOf: PropsOf): readonly PlannedLink[] {
  const inside = (node.children ?? []).flatMap(child => linksIn(child, propsOf));
  if (node.type === 'link')
    return [{ url: node.url ?? '', title: node.title ?? undefined, text: textOf(node) }, ...inside];
  if (!node.type.startsWith('mdxJsx') || node.name !== 'a') return inside;
  const { href, title } = propsOf(node);
  return [
    { url: String(href), title: title === undefined ? undefined : String(title), text: textOf(node) },
    ...inside,
  ];
}

function textOf({ value, children = [] }: Node): string {
  return value ?? children.map(textOf).join('');
}
