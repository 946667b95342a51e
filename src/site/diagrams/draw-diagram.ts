import { escapeHtml } from '../../core/text/escape-html.ts';
import { attributeFaults, DIAGRAM_CLASSES, type DiagramFault } from './dot-attributes.ts';
import { type DotToken, dotTokens } from './dot-tokens.ts';
import { type Graphviz, loadGraphviz } from './graphviz.ts';
import { styledSvg } from './styled-svg.ts';

/** A drawn graph. */
export interface Diagram {
  /** The whole `<svg>`, with its text alternative. */
  readonly svg: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** A diagram, or what is wrong with its source. */
export type DrawnDiagram =
  | { readonly diagram: Diagram; readonly faults?: undefined }
  | { readonly diagram?: undefined; readonly faults: readonly DiagramFault[] };

/** Characters of a source. To lay out a graph takes a time that grows fast, and nothing can end it. */
const MAX_SOURCE = 2000;
const MAX_NODES = 50;
const MAX_EDGES = 100;
const SPLIT = 'Make two diagrams of it.';

/**
 * How every diagram begins. Widths of letters are those of Helvetica, which Graphviz knows; fonts of pages
 * are up to a tenth wider, so boxes have room. The audit draws with the same.
 */
const FONT = { fontname: 'Helvetica', fontsize: 14 };
const DEFAULTS = {
  graphAttributes: { ...FONT, nodesep: 0.3, ranksep: 0.4 },
  nodeAttributes: { ...FONT, shape: 'box', style: 'rounded', height: 0.45, margin: '0.2,0.08' },
  edgeAttributes: { ...FONT, arrowsize: 0.7 },
};

/**
 * Draws a graph: `const svg = await drawDiagram('digraph { a -> b }', 'First a, then b')`.
 * @param alt what it shows, in words
 * @throws Error if the source is wrong
 */
export async function drawDiagram(source: string, alt: string): Promise<string> {
  const { diagram, faults } = drawWith(await loadGraphviz(), source, alt);
  if (diagram === undefined) throw new Error(`${faults[0]?.title} ${faults[0]?.remedy}`);
  return diagram.svg;
}

/** Draws a graph, or says what is wrong with its source. */
export function drawWith(graphviz: Graphviz, source: string, alt: string): DrawnDiagram {
  const fault = (title: string, remedy: string, index = 0): DrawnDiagram => ({
    faults: [{ title, remedy, index }],
  });
  if (source.length > MAX_SOURCE)
    return fault(`A diagram has at most ${MAX_SOURCE} characters, and this has ${source.length}.`, SPLIT);
  const tokens = dotTokens(source);
  const wrong = [...attributeFaults(tokens), ...secondGraph(tokens)];
  if (wrong.length > 0) return { faults: wrong };
  const read = graphviz.render(source, { format: 'json0', engine: 'nop' });
  if (read.status === 'failure') return { faults: [syntaxFault(source, read.errors[0]?.message ?? '')] };
  const { objects = [], edges = [] } = JSON.parse(read.output) as Readonly<Record<string, readonly object[]>>;
  const nodes = objects.filter(each => !('nodes' in each));
  if (nodes.length > MAX_NODES || edges.length > MAX_EDGES) {
    const found = `${nodes.length} nodes and ${edges.length} edges`;
    return fault(
      `Limits are ${MAX_NODES} nodes and ${MAX_EDGES} edges, and this diagram has ${found}.`,
      SPLIT,
    );
  }
  if (nodes.length === 0) return fault('This diagram is empty.', 'For example: digraph { first -> second }');
  const drawn = graphviz.render(source, { format: 'svg', ...DEFAULTS });
  if (drawn.status === 'failure') return { faults: [syntaxFault(source, drawn.errors[0]?.message ?? '')] };
  const [warning] = drawn.errors;
  if (warning !== undefined) return { faults: [warningFault(warning.message, tokens)] };
  const { content, viewBox, width, height } = styledSvg(drawn.output, DIAGRAM_CLASSES);
  const size = `viewBox="${viewBox}" width="${width}" height="${height}"`;
  const name = escapeHtml(alt).replaceAll('"', '&quot;');
  const svg = `<svg class="graph" ${size} role="img" aria-label="${name}">${content}</svg>`;
  return { diagram: { svg, width, height } };
}

/** Whatever follows the "}" of the graph: Graphviz leaves it out. */
function secondGraph(tokens: readonly DotToken[]): readonly DiagramFault[] {
  let depth = 0;
  const end = tokens.findIndex(({ kind, text }) => {
    if (kind === 'sign') depth += text === '{' ? 1 : text === '}' ? -1 : 0;
    return kind === 'sign' && text === '}' && depth === 0;
  });
  const next = end === -1 ? undefined : tokens[end + 1];
  if (next === undefined) return [];
  return [{ index: next.index, title: 'A diagram is one graph, and here another begins.', remedy: SPLIT }];
}

/** An error of Graphviz, such as `syntax error in line 4 near '}'`. */
function syntaxFault(source: string, message: string): DiagramFault {
  const { line = '1', near = '' } =
    /line (?<line>\d+)(?: near '(?<near>[^']*)')?/.exec(message)?.groups ?? {};
  const start =
    source
      .split('\n')
      .slice(0, Number(line) - 1)
      .join('\n').length + (line === '1' ? 0 : 1);
  const index = Math.max(start, near === '' ? start : source.indexOf(near, start));
  if (!/^\s*(?:\/\/[^\n]*\n|\s)*(?:strict\s+)?(?:di)?graph\b/.test(source))
    return {
      index: 0,
      title: 'A diagram begins with "digraph {".',
      remedy: 'For example: digraph { first -> second }',
    };
  if (near === '->' && /^\s*(?:strict\s+)?graph\b/.test(source))
    return { index, title: 'A "graph" has lines "--"; arrows "->" are of a "digraph".', remedy: 'digraph {' };
  if (near === '--')
    return { index, title: 'A "digraph" has arrows "->"; lines "--" are of a "graph".', remedy: 'graph {' };
  const title =
    near === '' ? 'The graph ends before its "}".' : `Graphviz does not understand "${near}" here.`;
  return { index, title, remedy: 'Names with blanks or signs are in quotes: "first task" -> "second task"' };
}

/** What Graphviz draws, but not as it was meant. */
function warningFault(message: string, tokens: readonly DotToken[]): DiagramFault {
  const words = message.split(/[\s",]+/);
  const index = tokens.find(({ text }) => text.length > 1 && words.includes(text))?.index ?? 0;
  return { index, title: `Graphviz warns: ${message}.`, remedy: 'Mend it there.' };
}
