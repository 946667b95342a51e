import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import type { AnyFigure } from '../figures/figure.ts';
import type { Proofs } from '../figures/example-proofs.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { isCallout } from '../article/callouts.ts';
import { literalOf } from '../article/literal.ts';
import { type Node, placeOf, propsOf, textOf } from '../article/parse-mdx.ts';
import { figureMarkdown } from './figure-markdown.ts';
import { markdownLines } from './fenced-code.ts';

/** What an article is made of, for its twin. */
export interface TwinSource {
  readonly source: string;
  readonly file: string;
  readonly tree: Node;
  /** Resolved references, by the offset at which they begin. */
  readonly figures: ReadonlyMap<number, AnyFigure>;
  readonly proofs: Proofs;
}

/**
 * An article → its Markdown twin: the same text without a component in it. Examples become fenced blocks, callouts quotations,
 * what is folded lies open. An expression that only a browser's build can evaluate is a problem, not a hole in the text.
 */
export function twin(article: TwinSource): Result<string> {
  const problems: Problem[] = [];
  const text = inner(article.tree, 0, article.source.length, { ...article, problems });
  return problems.length > 0 ? fail(...problems) : succeed(`${text.trim()}\n`);
}

type Context = TwinSource & { readonly problems: Problem[] };

/** The source of a node between two offsets, with everything in it that is not Markdown put into Markdown. */
function inner(node: Node, from: number, until: number, context: Context): string {
  let text = '';
  let at = from;
  for (const special of specials(node)) {
    const { start, end } = placeOf(special);
    const put = markdownOf(special, context);
    text += context.source.slice(at, start) + put;
    at = end;
    if (special.type.startsWith('mdxText') || special.type === 'mdxJsxTextElement') continue;
    const rest = context.source.slice(end);
    // A block that leaves nothing leaves no blank lines either; between components none is needed, and in Markdown one is.
    if (put === '') at += /^[ \t]*(?:\n|$)\n*/.exec(rest)?.[0].length ?? 0;
    else if (/^[ \t]*\n[ \t>]*[^\s>]/.test(rest)) text += `\n${continuation(special, context).trimEnd()}`;
  }
  return text + context.source.slice(at, until);
}

/** The outermost nodes in a node that are not Markdown. */
function* specials(node: Node): Generator<Node> {
  for (const child of node.children ?? []) {
    if (child.type.startsWith('mdx') || child.type === 'yaml' || isNotRun(child) || isRelativePicture(child))
      yield child;
    else yield* specials(child);
  }
}

const isNotRun = ({ type, meta }: Node): boolean => type === 'code' && (meta ?? '') !== '';
/** Its file is known to the build alone. */
const isRelativePicture = ({ type, url = '' }: Node): boolean =>
  type === 'image' && !/^(?:\/|[a-z]+:)/.test(url);

function markdownOf(node: Node, context: Context): string {
  if (node.type === 'yaml' || node.type === 'mdxjsEsm') return '';
  if (node.type === 'code')
    return `Not run:\n\n${continuation(node, context)}${context.source.slice(placeOf(node).start, placeOf(node).end)}`;
  if (node.type === 'image') return `(Picture: ${escapeMarkdown(node.alt ?? '')})`;
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
    return expression(node, context);
  const name = node.name ?? '';
  if (isCallout(name)) return callout(name, node, context);
  return (ELEMENTS[name] ?? unwrapped)(node, context);
}

/** Components and HTML that have a form in Markdown; of all others, what is in them stays. */
const ELEMENTS: Readonly<Record<string, (node: Node, context: Context) => string>> = {
  Example: example,
  Output: example,
  summary: node => `**${escapeMarkdown(textOf(node).trim())}**`,
  br: () => ' ',
};

function example(node: Node, context: Context): string {
  const figure = context.figures.get(placeOf(node).start);
  const proof = figure?.kind === 'figure' ? context.proofs.get(figure.id) : undefined;
  if (figure?.kind !== 'figure' || proof?.example === undefined)
    throw new Error(`${context.file}:${placeOf(node).line}: a reference was not resolved`);
  return prefixed(figureMarkdown(figure, proof.example, proof.proved), continuation(node, context));
}

function callout(kind: string, node: Node, context: Context): string {
  const { title } = propsOf(node);
  const head = title === undefined ? kind : `${kind}: ${escapeMarkdown(String(title))}`;
  const quoted = prefixed(`**${head}**\n\n${body(node, context)}`, '> ');
  return `> ${prefixed(quoted, continuation(node, context))}`;
}

function unwrapped(node: Node, context: Context): string {
  const { children = [] } = node;
  const [first, last] = [children[0], children.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (node.type === 'mdxJsxTextElement') return inner(node, placeOf(first).start, placeOf(last).end, context);
  return prefixed(body(node, context), continuation(node, context));
}

/** What stands between a block's tags, at the left margin. */
function body(node: Node, context: Context): string {
  const { source } = context;
  const { children = [] } = node;
  const [first, last] = [children[0], children.at(-1)];
  if (first === undefined || last === undefined) return '';
  const { start } = placeOf(first);
  const margin = /[ \t]*$/.exec(source.slice(0, start))?.[0].length ?? 0;
  const outside = continuation(node, context);
  const lines = markdownLines(inner(node, start - margin, placeOf(last).end, context)).map(line =>
    line.startsWith(outside) ? line.slice(outside.length) : line,
  );
  const indents = lines.filter(line => line.trim() !== '').map(indentOf);
  return lines
    .map(line => line.slice(Math.min(...indents, indentOf(line))))
    .join('')
    .trim();
}

const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;

function expression(node: Node, { problems, file }: Context): string {
  const text = literal(node);
  if (text !== undefined) return escapeMarkdown(text);
  problems.push(...unsayable(node, file));
  return '';
}

/** What an expression shows, if that can be read off: a text, a number, or nothing. */
function literal({ value = '' }: Node): string | undefined {
  if (/^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)*$/.test(value)) return '';
  const shown = literalOf(value);
  return typeof shown === 'string' || typeof shown === 'number' ? String(shown) : undefined;
}

/** Expressions in a node whose value only a browser's build knows. */
export function unsayable(node: Node, file: string): Problem[] {
  const inside = (node.children ?? []).flatMap(child => unsayable(child, file));
  if ((node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') || literal(node) !== undefined)
    return inside;
  const { line, column } = placeOf(node);
  return [
    {
      file,
      line,
      column,
      title: `The Markdown twin of the article cannot say what {${(node.value ?? '').trim().split('\n')[0]}} is.`,
      remedy:
        'Write its value; for one that a program prints: <Value file="threading/lock.py" match="Counter: (\\d+)">500000</Value>',
    },
  ];
}

/** What begins the lines after the first of a block in this place: the indentation of a list, the marks of a quotation. */
function continuation(node: Node, { source }: Context): string {
  const { start } = placeOf(node);
  return source.slice(source.lastIndexOf('\n', start - 1) + 1, start).replaceAll(/[^\s>]/g, ' ');
}

/** Puts a prefix before every line but the first. */
function prefixed(text: string, prefix: string): string {
  return markdownLines(text).join(prefix);
}
