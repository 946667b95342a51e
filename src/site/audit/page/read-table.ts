import { classesOf, isElement, ownText, type PageNode, textIn } from '../tree/page-tree.ts';

/** The parts of a table that a run left: its caption, and each row with every character of its cells. */
export function* tableLines(table: PageNode): Generator<string> {
  for (const part of elementsOf(table)) {
    if (part.name !== 'thead' && part.name !== 'tbody') {
      yield `${part.name}: ${JSON.stringify(textOf(part))}`;
      continue;
    }
    for (const row of elementsOf(part))
      yield `${part.name}: ${JSON.stringify(elementsOf(row).map(cell => [headOf(cell), textOf(cell)]))}`;
  }
}

function elementsOf(node: PageNode): readonly PageNode[] {
  const stray = ownText(node) === '' ? [] : [{ ...node, name: 'text beside cells', children: [] }];
  return [...(node.children ?? []).filter(isElement), ...stray];
}

function headOf(cell: PageNode): string {
  const scope = cell.attribs?.scope === undefined ? '' : `[scope=${cell.attribs.scope}]`;
  return [cell.name, ...classesOf(cell).map(name => `.${name}`), scope].join('');
}

/** The text of a cell, which is nothing else. */
function textOf(node: PageNode): string {
  return elementsOf(node).length > 0 && (node.children ?? []).some(isElement)
    ? `${textIn(node)}, in elements`
    : textIn(node);
}
