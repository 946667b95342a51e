import GithubSlugger from 'github-slugger';
import { mdxToMdast } from 'satteri';
import type { Problem } from '../core/problem.ts';
import { fail, type Result, succeed } from '../core/result.ts';

/** A place in an article, 1-based, and its offsets in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** A component of ours in an article. */
export interface Reference {
  readonly component: 'Example' | 'Output' | 'Value';
  /** Text attributes as text, `{false}` and `{3}` as their values, others as their source. */
  readonly props: Readonly<Record<string, unknown>>;
  /** The text between its tags. */
  readonly text: string;
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
  /** Anchors of its headings, as the compiler will make them. */
  readonly headingIds: readonly string[];
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
  readonly attributes?: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly line: number; readonly column: number; readonly offset: number }; readonly end: { readonly offset: number } };
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
  return succeed({
    references: nodes.filter(isReference).map((node) => ({ component: node.name as Reference['component'], props: propsOf(node), text: textOf(node), place: placeOf(node) })),
    fences: nodes.filter(({ type }) => type === 'code').map((node) => ({ language: node.lang ?? '', meta: node.meta ?? '', code: node.value ?? '', place: placeOf(node) })),
    words: nodes.filter(({ type }) => type === 'text' || type === 'inlineCode').reduce((sum, { value = '' }) => sum + value.split(/\s+/).filter((word) => /\w/.test(word)).length, 0),
    links: nodes.filter(({ type }) => type === 'link' || type === 'definition').map((node) => ({ url: node.url ?? '', place: placeOf(node) })),
    headingIds: headingIds(nodes),
    sections: (root.children ?? []).filter(({ type, depth }) => type === 'heading' && depth === 2).map((node) => placeOf(node).start),
    tree: root,
  });
}

function headingIds(nodes: readonly Node[]): string[] {
  const slugger = new GithubSlugger();
  return nodes.filter(({ type }) => type === 'heading').map((node) => slugger.slug(textOf(node)));
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

function isReference({ type, name }: Node): boolean {
  return (type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement') && (name === 'Example' || name === 'Output' || name === 'Value');
}

/** Props of an element: text as text, `{false}` and `{3}` as their values, others as their source. */
export function propsOf({ attributes = [] }: Node): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ type, name = '', value }) => (type === 'mdxJsxAttribute' ? [name, propValue(value)] : ['{…}', true])));
}

/** A prop without a value is `true`; an expression is taken where it is a literal. */
function propValue(value: unknown): unknown {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  const expression = String((value as { value?: unknown }).value ?? '').trim();
  try {
    return JSON.parse(expression);
  } catch {
    return expression.replace(/^(['`])(.*)\1$/s, '$2');
  }
}

/** All text in a node. */
export function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

/** Where a node stands. */
export function placeOf({ position }: Node): Place {
  if (position === undefined) throw new Error('The MDX parser gave a node without a position');
  return { line: position.start.line, column: position.start.column, start: position.start.offset, end: position.end.offset };
}

function syntaxProblem(error: Error, file: string): Problem {
  const [, line, column] = /\b(\d+):(\d+)/.exec(error.message) ?? [];
  return { file, line: line === undefined ? undefined : Number(line), column: column === undefined ? undefined : Number(column), title: `Not MDX: ${error.message.split('\n')[0]}`, remedy: 'A "<" or "{" that is text is written "\\<" or "\\{".' };
}
