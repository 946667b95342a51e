import GithubSlugger from 'github-slugger';
import { mdxToMdast } from 'satteri';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import { propSpots, type Spots } from './prop-positions.ts';
import { literalOf } from './literal.ts';
import { syntaxProblem } from './mdx-error.ts';

/** A place in an article, 1-based, and its offsets in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** A tag in an article: of a component, or of HTML. */
export interface Tag {
  readonly name: string;
  /** Text attributes as text, literals such as `{false}` and `{3}` as their values, all else as an `Expression`. */
  readonly props: Readonly<Record<string, unknown>>;
  readonly place: Place;
  /** Where its props stand, by name. */
  readonly spots: Spots;
}

/** A tag that shows an example. */
export interface Reference extends Omit<Tag, 'name'> {
  readonly component: 'Example' | 'Output' | 'Value';
  /** The text between its tags. */
  readonly text: string;
}

/** A heading, as it is written and as a link names it. */
export interface Heading {
  readonly depth: number;
  readonly text: string;
  /** Its anchor, as the compiler will make it. */
  readonly id: string;
  readonly place: Place;
}

/** A picture; `alt` is undefined where nothing is said in its place. */
export interface Picture {
  readonly url: string;
  readonly alt: string | undefined;
  readonly place: Place;
}

/** A fenced block of code. */
export interface Fence {
  readonly language: string;
  readonly meta: string;
  readonly code: string;
  readonly place: Place;
}

/** A link of an article, as it is written. */
export interface Link {
  readonly url: string;
  readonly place: Place;
}

/** What we take from an article's source. */
export interface Scan {
  readonly references: readonly Reference[];
  readonly fences: readonly Fence[];
  readonly links: readonly Link[];
  /** Words of its prose. */
  readonly words: number;
  readonly tags: readonly Tag[];
  readonly pictures: readonly Picture[];
  /** Its imports and exports, as they are written. */
  readonly modules: readonly { readonly source: string; readonly place: Place }[];
  readonly headings: readonly Heading[];
  /** Offsets at which its sections (`##`) begin. */
  readonly sections: readonly number[];
  /** The whole, as the parser read it. */
  readonly tree: Node;
}

/** A node of the parser's tree. */
export interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly lang?: string | null;
  readonly meta?: string | null;
  readonly depth?: number;
  readonly url?: string;
  readonly alt?: string | null;
  readonly spread?: boolean;
  readonly attributes?: readonly {
    readonly type: string;
    readonly name?: string;
    readonly value?: unknown;
  }[];
  readonly children?: readonly Node[];
  readonly position?: {
    readonly start: { readonly line: number; readonly column: number; readonly offset: number };
    readonly end: { readonly offset: number };
  };
}

/** Reads an article's source with the parser that compiles it: what stands in a fence or a comment is no reference. */
export function scan(source: string, file: string): Result<Scan> {
  let root: Node;
  try {
    root = mdxToMdast(source) as unknown as Node;
  } catch (error) {
    return fail(syntaxProblem(error as Error, file));
  }
  const nodes = [...walk(root)];
  const tags = nodes.filter(isTag).map(node => tagOf(node, source));
  return succeed({
    references: nodes
      .filter(isReference)
      .map(node => ({
        ...tagOf(node, source),
        component: node.name as Reference['component'],
        text: textOf(node),
      })),
    fences: nodes
      .filter(({ type }) => type === 'code')
      .map(node => ({
        language: node.lang ?? '',
        meta: node.meta ?? '',
        code: node.value ?? '',
        place: placeOf(node),
      })),
    words: nodes
      .filter(({ type }) => type === 'text' || type === 'inlineCode')
      .reduce((sum, { value = '' }) => sum + value.split(/\s+/).filter(word => /\w/.test(word)).length, 0),
    links: [
      ...nodes
        .filter(({ type }) => type === 'link' || type === 'definition')
        .map(node => ({ url: node.url ?? '', place: placeOf(node) })),
      ...tags
        .filter(({ name, props }) => name === 'a' && typeof props.href === 'string')
        .map(({ props, place }) => ({ url: String(props.href), place })),
    ],
    pictures: [
      ...nodes
        .filter(({ type }) => type === 'image')
        .map(node => ({ url: node.url ?? '', alt: node.alt || undefined, place: placeOf(node) })),
      ...tags
        .filter(({ name, props }) => name === 'img' && typeof props.src === 'string')
        .map(({ props, place }) => ({
          url: String(props.src),
          alt: typeof props.alt === 'string' ? props.alt : undefined,
          place,
        })),
    ],
    modules: nodes
      .filter(({ type }) => type === 'mdxjsEsm')
      .map(node => ({ source: node.value ?? '', place: placeOf(node) })),
    tags,
    headings: headingsOf(nodes),
    sections: (root.children ?? [])
      .filter(({ type, depth }) => type === 'heading' && depth === 2)
      .map(node => placeOf(node).start),
    tree: root,
  });
}

function headingsOf(nodes: readonly Node[]): Heading[] {
  const slugger = new GithubSlugger();
  return nodes
    .filter(({ type }) => type === 'heading')
    .map(node => ({
      depth: node.depth ?? 1,
      text: textOf(node),
      id: slugger.slug(textOf(node)),
      place: placeOf(node),
    }));
}

function isTag({ type, name }: Node): boolean {
  return (type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement') && typeof name === 'string';
}

function tagOf(node: Node, source: string): Tag {
  const [props, place] = [propsOf(node), placeOf(node)];
  return { name: node.name ?? '', props, place, spots: propSpots(source, place, Object.keys(props)) };
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

function isReference(node: Node): boolean {
  return isTag(node) && (node.name === 'Example' || node.name === 'Output' || node.name === 'Value');
}

/** The name of what is no single prop: `{...props}`. */
export const SPREAD = '{…}';

/** Props of an element: text and literals as their values, all else as an `Expression`. */
export function propsOf({ attributes = [] }: Node): Record<string, unknown> {
  return Object.fromEntries(
    attributes.map(({ type, name = '', value }) =>
      type === 'mdxJsxAttribute' ? [name, propValue(value)] : [SPREAD, true],
    ),
  );
}

/** A prop without a value is `true`. */
function propValue(value: unknown): unknown {
  if (value === null || value === undefined) return true;
  return typeof value === 'string' ? value : literalOf(String((value as { value?: unknown }).value ?? ''));
}

/** All text in a node. */
export function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

/** Where a node stands. */
export function placeOf({ position }: Node): Place {
  if (position === undefined) throw new Error('The MDX parser gave a node without a position');
  return {
    line: position.start.line,
    column: position.start.column,
    start: position.start.offset,
    end: position.end.offset,
  };
}
