import { markdownToMdast } from 'satteri';
import { classesOf, type PageNode, textIn } from '../tree/page-tree.ts';
import { readFences } from './read-fences.ts';

/** Both texts of a difference, as lines. */
type Both = readonly [before: readonly string[], after: readonly string[]];

const SIGNS: Readonly<Record<string, string>> = { span: ' ', del: '-', ins: '+' };

/**
 * The two outputs that a difference on a page is of, put together from its lines: whatever it calls removed
 * or added, both have to be what was recorded.
 * @param pre a block with `data-change` @param said the words before removed and added lines
 */
export function readChange(pre: PageNode, said: readonly [before: string, after: string]): string {
  const [code, ...others] = pre.children ?? [];
  const words: Readonly<Record<string, string>> = { '-': `${said[0]}: `, '+': `${said[1]}: ` };
  const lines = (code?.children ?? []).map(line => {
    const sign = SIGNS[line.name];
    const [first, ...rest] = line.children ?? [];
    const isSaid = first?.name === 'span' && classesOf(first).join() === 'change';
    const before = isSaid ? textIn(first) : undefined;
    const text = (isSaid ? rest : (line.children ?? [])).map(textIn).join('');
    const isLine = /^[^\n]*\n$/.test(text) && line.attribs?.class === undefined;
    return sign === undefined || before !== words[sign] || !isLine ? undefined : `${sign}${text}`;
  });
  const isWhole = code?.name === 'code' && others.length === 0 && !lines.includes(undefined);
  return isWhole ? bothOf(lines.join('')) : `unreadable: ${JSON.stringify(textIn(pre))}`;
}

/** Lines with signs → the two texts that they are of. */
function bothOf(text: string): string {
  const lines = text.split('\n').slice(0, -1);
  const of = (sign: string): string[] =>
    lines.filter(line => line.startsWith(' ') || line.startsWith(sign)).map(line => line.slice(1));
  const both: Both = [of('-'), of('+')];
  const isSigned = lines.every(line => /^[ +-]/.test(line)) && (text === '' || text.endsWith('\n'));
  return isSigned ? JSON.stringify(both) : `unreadable: ${JSON.stringify(text)}`;
}

interface Node {
  readonly type: string;
  readonly depth?: number;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

/** The blocks of a Markdown edition of such a page, each as a line; differences as what they are of. */
export function readChangesEdition(markdown: string): readonly string[] {
  const fences = readFences(markdown);
  const { children = [] } = markdownToMdast(markdown) as unknown as Node;
  let next = 0;
  return children.map(node => {
    if (node.type === 'heading') return `h${node.depth}: ${inline(node)}`;
    if (node.type === 'paragraph') return `p: ${inline(node)}`;
    const fence = node.type === 'code' ? fences[next++] : undefined;
    if (fence === undefined) return `${node.type}: ${inline(node)}`;
    const { language, facts, text = '\n' } = fence;
    const info = [language, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(' ');
    return `${info}: ${bothOf(text)}`;
  });
}

function inline({ type, value, url, children = [] }: Node): string {
  const text = value ?? children.map(inline).join('');
  if (type === 'link') return `[${text}](${url})`;
  return ['text', 'heading', 'paragraph'].includes(type) ? text : `<${type}>${text}</${type}>`;
}
