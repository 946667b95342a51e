import type { Problem } from '../../core/problems/problem.ts';
import { type Node, positionAt, positionOf, textOf, walk } from '../article/mdx-tree.ts';
import type { Finding } from './problems-at.ts';
import { FOREIGN_MARKS } from './foreign-marks.ts';

/**
 * Marks in the text that mean something elsewhere and nothing here: they would be published as they are
 * written. A mark with a backslash before it, and code, are what they are.
 */
export function textProblems(tree: Node, source: string, file: string): Problem[] {
  const labels = [...walk(tree)].flatMap(([{ type, identifier = '' }]) =>
    type === 'definition' ? [identifier] : [],
  );
  const at = (node: Node): Pick<Problem, 'file' | 'line' | 'column'> => {
    const { line, column } = positionOf(node);
    return { file, line, column };
  };
  const marked = linesOf(tree).flatMap(node => {
    const text = ownText(node, source);
    return FOREIGN_MARKS.flatMap(([pattern, explain]) =>
      [...text.matchAll(pattern)].map(({ index, 0: mark, groups = {} }) => {
        const start = index + (mark.length - mark.trimStart().length);
        return {
          file,
          ...positionAt(text, start, positionOf(node)),
          ...explain(groups, mark.trim(), labels),
        };
      }),
    );
  });
  const nodes = [...walk(tree)].flatMap(([node]) => {
    const finding = misread(node, source);
    return finding === undefined ? [] : [{ ...at(node), ...finding }];
  });
  return [...marked, ...nodes];
}

/** Nodes with text of their own: paragraphs, headings, cells of tables, and tags around a text. */
function linesOf(node: Node): readonly Node[] {
  const children = node.children ?? [];
  return children.some(({ type }) => type === 'text') ? [node] : children.flatMap(linesOf);
}

/** Takes the place of everything that is no text: code, tags, the addresses of links. */
const OTHER = '\ufffc';

/** The source of a node. Only the characters of its texts, and line feeds, are left in it. */
function ownText(node: Node, source: string): string {
  const { start, end } = positionOf(node);
  const texts = [...walk(node)].filter(([{ type }]) => type === 'text').map(([each]) => positionOf(each));
  let text = '';
  let done = start;
  for (const each of texts) {
    text +=
      hidden(source.slice(done, each.start)) + source.slice(each.start, Math.max(each.start, endOf(each)));
    done = endOf(each);
  }
  return text + hidden(source.slice(done, end));

  function endOf(position: { readonly start: number; readonly end: number }): number {
    return Math.max(position.end, position.start);
  }
}

function hidden(source: string): string {
  return source.replaceAll(/[^\n]/g, OTHER);
}

/** What the parser makes of a mark that was meant in another way. */
function misread(node: Node, source: string): Finding | undefined {
  const { start, end } = positionOf(node);
  const written = source.slice(start, end);
  if (node.type === 'delete' && !written.startsWith('~~'))
    return {
      title: `${written} is shown as struck out.`,
      remedy: `Below the line: <sub>${textOf(node)}</sub>; struck out: ~~${textOf(node)}~~`,
    };
  if (node.type === 'strong' && /^__\w+__$/.test(written))
    return {
      title: `${written} is shown in bold, without its underscores.`,
      remedy: `As code: \`${written}\`; in bold: **${textOf(node)}**`,
    };
  return undefined;
}
