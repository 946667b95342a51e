import { mdxToMdast } from 'satteri';
import { findFormulas, type FoundFormula } from './find-formulas.ts';

/** What is needed here of a node of the tree. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly meta?: string | null;
  readonly url?: string;
  readonly alt?: string | null;
  readonly title?: string | null;
  readonly children?: readonly Node[];
  readonly position?: {
    readonly start: { readonly line: number; readonly column: number; readonly offset: number };
    readonly end: { readonly offset: number };
  };
}

/** What the parser reads besides MDX: an id in braces at the end of a heading. */
export const MDX_FEATURES = { headingAttributes: true } as const;

/** Characters of no text. They take the place of formulas while the parser reads an article. */
const [BEGIN, INSIDE, END] = ['\ufdd0', '\ufdd1', '\ufdd2'];
const HIDDEN = /\ufdd0[\ufdd1\s>]*\ufdd2/g;

/**
 * An article → its tree. Formulas are nodes `inlineMath`: the parser does not see them, because their braces
 * would begin programs and their signs would be marks of Markdown.
 * @throws Error of the parser
 */
export function parseTree(source: string): Node {
  const formulas = findFormulas(source);
  const plain = source.replaceAll(/[\ufdd0-\ufdd2]/g, '\ufffd');
  const tree = mdxToMdast(withoutFormulas(plain, formulas), { features: MDX_FEATURES }) as unknown as Node;
  return formulas.length === 0 ? tree : shown(tree, new Places(source, formulas));
}

/** The source with as many other characters in the place of each formula. Its line feeds stay. */
function withoutFormulas(source: string, formulas: readonly FoundFormula[]): string {
  let result = '';
  let done = 0;
  for (const { start, end } of formulas) {
    const inside = source
      .slice(start + 1, end - 1)
      .replaceAll(/(\n[ \t>]*)|[^\n]/g, (_, feed?: string) => feed ?? INSIDE);
    result += `${source.slice(done, start)}${BEGIN}${inside}${END}`;
    done = end;
  }
  return result + source.slice(done);
}

/** Formulas by their places, and places by their lines. */
class Places {
  readonly source: string;
  readonly #formulas: readonly FoundFormula[];
  readonly #lines: readonly number[];

  constructor(source: string, formulas: readonly FoundFormula[]) {
    this.source = source;
    this.#formulas = formulas;
    this.#lines = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
  }

  /** Those inside of a node. */
  in({ position }: Node): FoundFormula[] {
    const { start, end } = position ?? { start: { offset: 0 }, end: { offset: 0 } };
    return this.#formulas.filter(each => each.start >= start.offset && each.end <= end.offset);
  }

  of(start: number, end: number): NonNullable<Node['position']> {
    const line = this.#lines.findLastIndex(each => each <= start);
    return {
      start: { line: line + 1, column: start - (this.#lines[line] ?? 0) + 1, offset: start },
      end: { offset: end },
    };
  }
}

/** A node with its formulas, as nodes in a text, and as they are written elsewhere. */
function shown(node: Node, places: Places): Node {
  const hidden = { ...node };
  for (const key of ['value', 'url', 'alt', 'title'] as const) {
    const text = hidden[key];
    if (typeof text === 'string' && text.includes(BEGIN)) hidden[key] = restored(text, node, places);
  }
  const { children } = node;
  return children === undefined
    ? hidden
    : { ...hidden, children: children.flatMap(each => split(each, places)) };
}

function restored(text: string, node: Node, places: Places): string {
  const formulas = places.in(node);
  return text.replaceAll(HIDDEN, () => {
    const { start, end } = formulas.shift() ?? { start: 0, end: 0 };
    return places.source.slice(start, end);
  });
}

/** A text → texts and the formulas between them. */
function split(node: Node, places: Places): readonly Node[] {
  const { type, value = '', position } = node;
  if (type !== 'text' || !value.includes(BEGIN) || position === undefined) return [shown(node, places)];
  const formulas = places.in(node);
  const texts = value.split(HIDDEN);
  let from = position.start.offset;
  return texts.flatMap((text, index): Node[] => {
    const formula = formulas[index];
    const to = formula?.start ?? position.end.offset;
    const before: Node = { type, value: text, position: places.of(from, to) };
    from = formula?.end ?? to;
    const after = formula === undefined ? [] : [formulaNode(formula, places)];
    return [...(text === '' ? [] : [before]), ...after];
  });
}

function formulaNode({ tex, isDouble, start, end }: FoundFormula, places: Places): Node {
  // A line break in a quotation brings its sign.
  const value = tex.replaceAll(/[ \t]*\n[ \t>]*/g, ' ');
  return { type: 'inlineMath', value, meta: isDouble ? '$$' : null, position: places.of(start, end) };
}
