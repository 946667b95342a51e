import { isRunnable } from '../../../core/text/runnable-language.ts';
import { type PlannedNote, plannedNotes } from './figure/planned-notes.ts';
import type { PlannedTimeline } from '../timeline/expected-timeline.ts';
import { type LessonBlock, lessonBlock } from './lesson/lesson-block.ts';
import { FOLDED, partsOf } from './lesson/parts-of.ts';
import type { PlannedNode as Node } from './lesson/planned-node.ts';
import { type DrawnBlock, drawnBlock } from './pictures/drawn-block.ts';
import { articleTree } from './text/read-article.ts';

/** A figure that a page has to show. */
export interface PlannedFigure {
  readonly kind: 'figure';
  readonly id: string;
  /** The variant whose output is shown. */
  readonly variant?: string | undefined;
  readonly hasCode: boolean;
  readonly hasOutput: boolean;
  /** Whether artifacts are shown, or the names of those that are: `plot.svg, times.csv`. */
  readonly artifacts: boolean | string;
  readonly region?: string | undefined;
  /** Lines that are marked, by their numbers or by a part of one: `4-6,9`, `with lock:`. */
  readonly highlight?: string | undefined;
  readonly notes?: readonly PlannedNote[] | undefined;
  /** Lines of the output that are shown: `2-4`. */
  readonly lines?: string | undefined;
  /** Whether the metadata block is shown too. */
  readonly block: boolean;
  /** Whether the page shows only this example. */
  readonly alone: boolean;
}

/** A text that `<Value>` or `<Ratio>` binds to runs. */
export interface PlannedValue {
  readonly kind: 'value';
  readonly id: string;
  /** The variant of the example that is quoted. */
  readonly variant?: string | undefined;
  /** The artifact that is quoted, in place of the output. */
  readonly artifact?: string | undefined;
  /** The example that a `<Ratio>` divides by. */
  readonly to?: string;
  readonly match?: string | undefined;
  readonly toMatch?: string | undefined;
  readonly line?: string | undefined;
  readonly as?: string | undefined;
  readonly about?: string | undefined;
  /** What the author wrote. */
  readonly text: string;
}

/** What a page has to show, in the order of the page. */
export type PlannedBlock = AnyBlock & {
  /** How many `<details>` it is in that are not open: each hides it. */
  readonly folds: number;
};

type AnyBlock =
  | PlannedFigure
  | PlannedTimeline
  | PlannedValue
  | LessonBlock
  | DrawnBlock
  | {
      readonly kind: 'fence';
      readonly language: string;
      readonly unverified: boolean;
      readonly code: string;
      readonly label?: string;
      /** The word on its button that copies it. */
      readonly copy?: string;
    }
  | { readonly kind: 'callout'; readonly name: CalloutName; readonly title?: string | undefined }
  | { readonly kind: 'check'; readonly start: string; readonly solution: string }
  | { readonly kind: 'facts'; readonly id: string }
  | { readonly kind: 'count' }
  | { readonly kind: 'list'; readonly group?: string | undefined };

/** The blocks of an article's page. */
export interface ArticleBlocks {
  readonly blocks: readonly PlannedBlock[];
  /** JavaScript in the article: no page may run it, so the page cannot be planned. */
  readonly programs: readonly string[];
}

const CALLOUTS = ['Note', 'Tip', 'Warning'] as const;
type CalloutName = (typeof CALLOUTS)[number];
/** Headings may have ids of their own. */
const COMMENTS = /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)*$/;

/** Reads off the source of an article what its page has to show, with no code that compiles the article. */
export function articleBlocks(source: string): ArticleBlocks {
  const nodes = [...inPageOrder(articleTree(source))];
  return {
    blocks: nodes.flatMap(({ node, folds }) => blockOf(node).map(block => ({ ...block, folds }))),
    programs: nodes.flatMap(({ node }) => programsOf(node)),
  };
}

/** All nodes. A page has its footnotes at its end, in the order in which the text refers to them. */
function* inPageOrder(root: Node): Generator<{ readonly node: Node; readonly folds: number }> {
  const notes = new Map<string, Node>();
  const wanted = new Set<string>();
  const collect = (node: Node): void => {
    if (node.type === 'footnoteDefinition') notes.set(node.identifier ?? '', node);
    for (const child of node.children ?? []) collect(child);
  };
  function* walk(node: Node, folds: number): ReturnType<typeof inPageOrder> {
    yield { node, folds };
    if (node.type === 'footnoteReference') wanted.add(node.identifier ?? '');
    const isFold = node.name === 'details' && propsOf(node).open !== true;
    const inner = isFold || FOLDED.includes(node.name ?? '') ? folds + 1 : folds;
    for (const part of partsOf(node))
      if (part.node.type !== 'footnoteDefinition') yield* walk(part.node, inner + part.folds);
  }
  collect(root);
  yield* walk(root, 0);
  // A note may refer to another, which joins the set that is iterated here.
  for (const identifier of wanted) {
    const note = notes.get(identifier);
    if (note !== undefined) yield* walk(note, 0);
  }
}

function blockOf(node: Node): AnyBlock[] {
  const props = propsOf(node);
  const drawn = drawnBlock(node, props);
  if (drawn !== undefined) return [drawn];
  if (node.type === 'code') {
    const language = node.lang ?? '';
    const unverified = node.meta?.trim() === 'unverified' || isRunnable(language);
    return [{ kind: 'fence', language, unverified, code: `${node.value ?? ''}\n` }];
  }
  const name = node.type.startsWith('mdxJsx') ? (node.name ?? '') : '';
  const text = (prop: string): string | undefined =>
    props[prop] === undefined ? undefined : String(props[prop]);
  const idIn = (prop: string): string =>
    (text(prop) ?? '').replace(/^\.?\//, '').replace(/(?:\/main)?\.py$|\/$/, '');
  const id = idIn('file');
  const lesson = lessonBlock(node, props);
  if (lesson !== undefined) return [lesson];
  const callout = CALLOUTS.find(each => each === name);
  if (callout !== undefined) return [{ kind: 'callout', name: callout, title: text('title') }];
  if (name === 'Value' || name === 'Ratio') {
    const parts =
      name === 'Value'
        ? { id, variant: text('variant'), artifact: text('artifact'), line: text('line') }
        : { id: idIn('of'), to: idIn('to') };
    const form = { match: text('match'), toMatch: text('toMatch'), as: text('as'), about: text('about') };
    return [{ kind: 'value', ...parts, ...form, text: textOf(node) }];
  }
  if (name === 'Check') return [{ kind: 'check', start: idIn('start'), solution: idIn('solution') }];
  if (name === 'Timeline') return [{ kind: 'timeline', id, title: text('title'), alone: false }];
  if (name !== 'Example' && name !== 'Output') return [];
  return [
    {
      kind: 'figure',
      id,
      variant: text('variant'),
      hasCode: name === 'Example' && props.code !== false,
      hasOutput: props.output !== false,
      artifacts:
        typeof props.artifacts === 'boolean'
          ? props.artifacts
          : (text('artifacts') ?? props.output !== false),
      region: text('region'),
      highlight: text('highlight'),
      notes: name === 'Example' ? plannedNotes(node, propsOf) : [],
      lines: text('outputLines'),
      block: props.block === true,
      alone: false,
    },
  ];
}

function textOf({ value, children = [] }: Node): string {
  return value ?? children.map(textOf).join('');
}

function propsOf({ attributes = [] }: Node): Readonly<Record<string, unknown>> {
  return Object.fromEntries(attributes.map(({ name = '', value }) => [name, propValueOf(value)]));
}

/** The value of a prop; `undefined` for a program. A prop without a value is `true`. */
function propValueOf(value: unknown): unknown {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  return literalIn(String((value as { readonly value?: unknown }).value ?? ''));
}

/** A literal of JavaScript → its value. */
function literalIn(source: string): unknown {
  const quoted = /^\s*(?:'(?<single>[^'\\]*)'|`(?<back>[^`\\$]*)`)\s*$/.exec(source)?.groups;
  if (quoted !== undefined) return quoted.single ?? quoted.back;
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === 'object' ? undefined : value;
  } catch {
    return undefined;
  }
}

function programsOf({ type, value = '', attributes = [] }: Node): string[] {
  if (type === 'mdxjsEsm') return [value];
  const isText = COMMENTS.test(value) || literalIn(value) !== undefined;
  if (/^mdx\w+Expression$/.test(type)) return isText ? [] : [value];
  return attributes.flatMap(attribute =>
    attribute.type !== 'mdxJsxAttribute' || propValueOf(attribute.value) === undefined
      ? [`${attribute.name ?? '{…}'}`]
      : [],
  );
}
