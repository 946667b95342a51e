import type { Words } from '../../../../core/words/en/en.ts';
import { drawnLines, firstElement } from '../../tree/drawn-lines.ts';
import { isElement, type PageNode, pageTree } from '../../tree/page-tree.ts';
import type { DrawnBlock } from './drawn-block.ts';
import type { DrawnPlan } from './drawn-plan.ts';
import { captionLines } from './expected-picture.ts';

/** Words of an author's that a style sheet has a color for. */
const COLORS = ['accent', 'note', 'quiet', 'warning'];
/** What places a shape or a text. */
const PLACES = ['points', 'd', 'cx', 'cy', 'rx', 'ry', 'x', 'y'];
const SHAPES = ['polygon', 'polyline', 'path', 'ellipse', 'text'];
const NARROW = 270;

/** The lines that a page has to have of a diagram, from what Graphviz drew of its source. */
export function diagramLines(
  { source, alt, title }: Extract<DrawnBlock, { readonly kind: 'diagram' }>,
  { graphs }: DrawnPlan,
  { pictures }: Words,
): readonly string[] | string {
  const drawn = firstElement(pageTree(graphs.get(source) ?? ''), 'svg');
  const graph = drawn && firstElement(drawn, 'g');
  if (drawn === undefined || graph === undefined) return 'No graph was drawn of this source.';
  const [, , width = 0, height = 0] = (drawn.attribs?.viewBox ?? '').split(' ').map(Number).map(Math.ceil);
  const moved = /translate\(4 (?<by>[\d.]+)\)/.exec(graph.attribs?.transform ?? '')?.groups?.by ?? '';
  const svg: PageNode = {
    ...drawn,
    attribs: {
      ...{ class: 'graph', role: 'img', 'aria-label': alt, width: `${width}`, height: `${height}` },
      viewBox: tenths(`-4 -${moved} ${width} ${height}`),
    },
    children: parts(graph).flatMap(part => shapes(part)),
  };
  const scrolls = `[aria-label=${pictures.diagram}][class=drawn][role=group][tabindex=0]`;
  return [
    '0 figure[class=picture]',
    `1 div${width > NARROW ? scrolls : '[class=drawn]'}`,
    ...drawnLines(svg, (_, _name, value) => value, 2),
    ...captionLines(title),
  ];
}

/** Nodes, edges and clusters. */
const parts = ({ children = [] }: PageNode): readonly PageNode[] =>
  children.filter(({ name }) => name === 'g');

/** The shapes of a part, with classes in the place of colors. */
function shapes(part: PageNode): readonly PageNode[] {
  const [kind = '', ...words] = part.attribs?.class?.split(' ') ?? [];
  const own = words.filter(word => COLORS.includes(word));
  return (part.children ?? [])
    .filter(isElement)
    .filter(({ name }) => SHAPES.includes(name))
    .map(shape => {
      const { attribs } = shape;
      const places = PLACES.flatMap(name =>
        attribs[name] === undefined ? [] : [[name, tenths(attribs[name])]],
      );
      const classes = [...looks(shape.name, kind, attribs), ...own].join(' ');
      return {
        ...shape,
        attribs: Object.fromEntries([...places, ...(classes === '' ? [] : [['class', classes]])]),
      };
    });
}

function looks(name: string, kind: string, attribs: Readonly<Record<string, string>>): readonly string[] {
  if (name === 'text') return attribs['text-anchor'] === 'middle' ? [] : [attribs['text-anchor'] ?? ''];
  const isFilled = attribs.fill !== 'none';
  const { 'stroke-dasharray': dashes, 'stroke-width': width } = attribs;
  const looksOf = {
    head: kind === 'edge' && name !== 'path',
    line: kind !== 'edge' && name === 'polyline',
    hollow: kind === 'edge' && name !== 'path' && !isFilled,
    filled: isFilled && !(kind === 'edge' && name !== 'path'),
    dotted: dashes === '1,5',
    dashed: dashes !== undefined && dashes !== '1,5',
    bold: width !== undefined,
  };
  const first = looksOf.head || looksOf.line ? [] : [kind];
  return [...first, ...Object.entries(looksOf).flatMap(([word, is]) => (is ? [word] : []))];
}

/** Numbers with one digit behind the point, or none. */
function tenths(numbers: string): string {
  return numbers.replaceAll(/-?\d+\.\d+/g, number => `${Math.round(Number.parseFloat(number) * 10) / 10}`);
}
