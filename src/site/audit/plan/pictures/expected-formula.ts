import { createRequire } from 'node:module';
import type Temml from 'temml';
import type { Words } from '../../../../core/words/en/en.ts';
import { drawnLines, firstElement } from '../../tree/drawn-lines.ts';
import { type PageNode, pageTree, textIn } from '../../tree/page-tree.ts';
import type { DrawnBlock } from './drawn-block.ts';

// Loaded for the first formula.
const load = createRequire(import.meta.url);

/** Attributes of MathML that a page has no use for, and styles, which it may not have. */
const LEFT_OUT = ['style', 'class', 'href', 'id'];

/** Letters that a phone has room for. */
const NARROW = 24;

/** The lines that a page has to have of a formula, whose MathML is made anew from its TeX. */
export function formulaLines(
  { tex, isBlock }: Extract<DrawnBlock, { readonly kind: 'formula' }>,
  { pictures }: Words,
): readonly string[] | string {
  const temml = load('temml') as typeof Temml;
  const written = temml.renderToString(tex, { displayMode: isBlock, strict: true, throwOnError: true });
  const math = firstElement(pageTree(written), 'math');
  if (math === undefined) return `The formula ${tex} draws nothing.`;
  const shown = { ...asShown(math), attribs: { ...asShown(math).attribs, alttext: tex } };
  const lines = drawnLines(shown, (_, _name, value) => value, isBlock ? 1 : 0);
  if (!isBlock) return lines;
  const isWide = [...textIn(math).replaceAll(/[<>&]/g, 'xxxx')].length > NARROW;
  const scrolls = isWide
    ? `[aria-label=${pictures.formula}][class=drawn][role=group][tabindex=0]`
    : '[class=drawn]';
  return [`0 div${scrolls}`, ...lines];
}

/** An element of Temml as a page may have it. */
function asShown(node: PageNode): PageNode {
  const { attribs = {}, children = [] } = node;
  const inside = children.filter(({ name }) => name !== 'span').map(asShown);
  if (node.name === 'menclose') return lineAt(attribs.notation === 'top', node, inside);
  const sides = ['left', 'right'].filter(side => attribs.class?.includes(`tml-${side}`));
  const kept = Object.entries(attribs).filter(([name]) => !LEFT_OUT.includes(name));
  const known = sides.length === 0 ? [] : [['class', sides.join(' ')]];
  return {
    ...node,
    attribs: Object.fromEntries([...kept, ...known]) as Record<string, string>,
    children: inside,
  };
}

/** A line over or under something. */
function lineAt(isOver: boolean, node: PageNode, children: readonly PageNode[]): PageNode {
  const text = { type: 'text', name: '', data: isOver ? '‾' : '_' };
  const row = { type: 'tag', name: 'mrow', attribs: {}, children };
  const line = { type: 'tag', name: 'mo', attribs: { stretchy: 'true' }, children: [text] };
  const attribs: Record<string, string> = isOver ? { accent: 'true' } : { accentunder: 'true' };
  return { ...node, name: isOver ? 'mover' : 'munder', attribs, children: [row, line] };
}
