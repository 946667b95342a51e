import type { syntaxTree } from '@codemirror/language';
import { BUILTINS } from './builtins.ts';

type Tree = ReturnType<typeof syntaxTree>;
type SyntaxNode = Tree['topNode'];

/** A color of code, as `--code-…` of the style sheet. */
export type CodeColor = 'keyword' | 'constant' | 'string' | 'definition' | 'name' | 'comment';

/** A part of a source and its color. Offsets are those of the source. */
export interface ColoredPart {
  readonly from: number;
  readonly to: number;
  readonly color: CodeColor;
}

/** Colors of nodes of the grammar. A node of small letters alone is a keyword. */
const COLORS: Readonly<Record<string, CodeColor>> = {
  ...{ Comment: 'comment', Number: 'constant', Boolean: 'constant', None: 'constant', Ellipsis: 'constant' },
  ...{ ArithOp: 'keyword', BitOp: 'keyword', CompareOp: 'keyword', AssignOp: 'keyword', UpdateOp: 'keyword' },
  ...{ '*': 'keyword', '**': 'keyword', '{': 'keyword', '}': 'keyword' },
  ...{ Escape: 'keyword', FormatConversion: 'keyword', FormatSpec: 'keyword' },
};

/** Source → its colored parts between two offsets, in order, none inside another: like those of the page. */
export function coloredParts(tree: Tree, source: string, from = 0, to = source.length): ColoredPart[] {
  const parts: ColoredPart[] = [];
  tree.iterate({
    from,
    to,
    enter: ({ node }) => {
      parts.push(...partsOf(node, source));
    },
  });
  return parts.toSorted((a, b) => a.from - b.from);
}

function partsOf(node: SyntaxNode, source: string): ColoredPart[] {
  const { name, from, to } = node;
  if (name === 'String' || name === 'FormatString') return stringParts(node, source);
  const color = isName(node) ? colorOfName(node, source.slice(from, to)) : colorOfNode(node);
  return color === undefined ? [] : [{ from, to, color }];
}

function colorOfNode({ name, parent }: SyntaxNode): CodeColor | undefined {
  const isBrace = name === '{' || name === '}';
  if (isBrace && parent?.name !== 'FormatReplacement') return undefined;
  if (name === 'At') return parent?.name === 'Decorator' ? 'definition' : 'keyword';
  return /^[a-z]+$/.test(name) ? 'keyword' : COLORS[name];
}

/** The letters before its quotes are a keyword; what a format replaces has colors of its own. */
function stringParts(node: SyntaxNode, source: string): ColoredPart[] {
  const { from, to } = node;
  const [prefix = ''] = /^[A-Za-z]*/.exec(source.slice(from, to)) ?? [];
  const parts: ColoredPart[] = [];
  const add = (begin: number, end: number, color: CodeColor): void => {
    if (end > begin) parts.push({ from: begin, to: end, color });
  };
  let begin = from + prefix.length;
  add(from, begin, 'keyword');
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    add(begin, child.from, 'string');
    begin = child.to;
  }
  add(begin, to, 'string');
  return parts;
}

/** Whether a name is in the list of what a class derives from. */
function isBase({ parent }: SyntaxNode): boolean {
  const list = parent?.name === 'MemberExpression' ? parent.parent : parent;
  return list?.name === 'ArgList' && list.parent?.name === 'ClassDefinition';
}

const isName = ({ name }: SyntaxNode): boolean => name === 'VariableName' || name === 'PropertyName';

function colorOfName(node: SyntaxNode, text: string): CodeColor | undefined {
  const { name, parent, nextSibling } = node;
  const place = parent?.name;
  if (/^__\w+__$/.test(text)) return 'constant';
  if (place === 'Decorator' || (place === 'MemberExpression' && parent?.parent?.name === 'Decorator'))
    return 'definition';
  if (place === 'FunctionDefinition') return 'definition';
  if (place === 'ClassDefinition') return 'name';
  if (place === 'ArgList' && nextSibling?.name === 'AssignOp') return 'name';
  if (/^_*[A-Z][A-Z\d_]*$/.test(text) && text.length > 1) return 'constant';
  if (isBase(node)) return 'constant';
  if (name === 'PropertyName') return undefined;
  if (text === 'self' || text === 'cls') return place === 'ParamList' ? undefined : 'constant';
  return BUILTINS.has(text) ? 'constant' : undefined;
}
