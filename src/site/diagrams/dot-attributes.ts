import { nearest } from '../../core/problems/suggest.ts';
import { type DotAttribute, dotAttributes, type DotToken } from './dot-tokens.ts';

/** What is wrong at an offset of a source. */
export interface DiagramFault {
  readonly index: number;
  readonly title: string;
  readonly remedy: string;
}

/** Classes that a node, an edge or a cluster may have: the style sheet has a color for each. */
export const DIAGRAM_CLASSES: readonly string[] = ['accent', 'note', 'quiet', 'warning'];

const STYLES = ['solid', 'dashed', 'dotted', 'bold', 'rounded', 'filled', 'invis'];

/** Shapes that Graphviz draws. It warns of an unknown one only once. */
const SHAPES =
  `box ellipse oval circle point egg triangle plaintext plain diamond trapezium parallelogram house
  pentagon hexagon septagon octagon doublecircle doubleoctagon tripleoctagon invtriangle invtrapezium invhouse
  Mdiamond Msquare Mcircle rect rectangle square star none underline cylinder note tab folder box3d component
  record Mrecord`.split(/\s+/);

const DIRECTIONS = ['LR', 'RL', 'TB', 'BT'];

/** Attributes that say what is drawn and where. What colors and fonts are is for the style sheet. */
const ALLOWED = new Set(
  `label xlabel headlabel taillabel shape style class rankdir rank nodesep ranksep constraint weight minlen
   dir arrowhead arrowtail headport tailport lhead ltail compound group ordering concentrate labelloc
   labeljust peripheries sides width height splines samehead sametail newrank margin`.split(/\s+/),
);

const COLORS = /color|^(?:fontname|gradientangle|penwidth)$/i;
const LINKS = /^(?:href|URL|.*tooltip|target|.*(?:URL|href|target)|id)$/;

/** Attributes of a source that no diagram has, with what to write instead. */
export function attributeFaults(tokens: readonly DotToken[]): readonly DiagramFault[] {
  const html = tokens.find(({ kind }) => kind === 'html');
  const faults = dotAttributes(tokens).flatMap(attribute => faultOf(attribute) ?? []);
  return html === undefined
    ? faults
    : [
        ...faults,
        {
          index: html.index,
          title: 'A label is plain text here, not HTML between < and >.',
          remedy: `In quotes, with \\n where a line ends: label="${plain(html.text)}"`,
        },
      ];
}

function faultOf({ name, value }: DotAttribute): DiagramFault | undefined {
  const { index, text } = name;
  const words = (value?.text ?? '').split(/[\s,]+/).filter(word => word !== '');
  const at = value?.index ?? index;
  if (text === 'class') {
    const wrong = words.find(word => !DIAGRAM_CLASSES.includes(word));
    if (wrong === undefined) return undefined;
    const remedy = `One of ${DIAGRAM_CLASSES.map(each => `class="${each}"`).join(', ')}`;
    return { index: at, title: `A diagram has no class "${wrong}".`, remedy };
  }
  if (text === 'style') {
    const wrong = words.find(word => !STYLES.includes(word));
    if (wrong === undefined) return undefined;
    const near = nearest(wrong, STYLES);
    const remedy = near === undefined ? `One of ${STYLES.join(', ')}` : `style="${near}"`;
    return { index: at, title: `A diagram has no style "${wrong}".`, remedy };
  }
  if (text === 'shape' && !SHAPES.includes(words[0] ?? '')) {
    const remedy = `shape=${nearest(words[0] ?? '', SHAPES) ?? 'box'}`;
    return { index: at, title: `There is no shape "${words[0] ?? ''}".`, remedy };
  }
  if (text === 'rankdir' && !DIRECTIONS.includes(words[0] ?? '')) {
    const title = `A diagram has no direction "${words[0] ?? ''}".`;
    return { index: at, title, remedy: 'From left to right: rankdir=LR; downwards: rankdir=TB' };
  }
  if (ALLOWED.has(text)) return undefined;
  return { index, ...unknownAttribute(text) };
}

function unknownAttribute(name: string): Omit<DiagramFault, 'index'> {
  if (COLORS.test(name)) {
    const title = `"${name}" is for the style sheet: a diagram has the colors and the font of its page.`;
    return { title, remedy: 'Remove it, or name what it is for: class="accent"' };
  }
  if (LINKS.test(name))
    return { title: `"${name}": a diagram holds no links.`, remedy: 'Remove it, and link in the text.' };
  const near = nearest(name, ALLOWED);
  const remedy = near === undefined ? 'Remove it.' : `Did you mean "${near}"? If not, remove it.`;
  return { title: `A diagram has no attribute "${name}".`, remedy };
}

const plain = (html: string): string =>
  html
    .slice(1, -1)
    .replaceAll(/<br\s*\/?>/gi, '\\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('"', '\\"')
    .trim();
