import { Parser } from 'htmlparser2';
import { escapeHtml } from '../../core/text/escape-html.ts';

/** A drawing with its own size in CSS pixels. */
export interface StyledSvg {
  /** What is inside of the `<svg>`. */
  readonly content: string;
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
}

type Attributes = Readonly<Record<string, string>>;

/** The attributes of each shape that say where it is. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  polygon: ['points'],
  polyline: ['points'],
  path: ['d'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  text: ['x', 'y'],
};

/** The SVG of Graphviz → shapes and texts with classes, without colors, fonts, names and groups. */
export function styledSvg(svg: string, classes: readonly string[]): StyledSvg {
  let content = '';
  let box: readonly number[] = [];
  let top = 0;
  let around: readonly string[] = [];
  let isText = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'svg') box = (attributes.viewBox ?? '').split(' ').map(Number);
        const [kind = '', ...own] = (attributes.class ?? '').split(' ');
        // Coordinates count from the bottom: the group around all moves them down.
        if (kind === 'graph') top = Number(/translate\(\S+ (\S+)\)/.exec(attributes.transform ?? '')?.[1]);
        if (name === 'g') around = [kind, ...own.filter(each => classes.includes(each))];
        if (around[0] === 'graph' && name === 'polygon') return;
        const place = PLACES[name];
        if (place === undefined) return;
        isText = name === 'text';
        const names = (
          isText ? textClasses(around, attributes) : shapeClasses(name, around, attributes)
        ).join(' ');
        const where = place.map(each => ` ${each}="${rounded(attributes[each] ?? '')}"`).join('');
        content += `<${name}${names === '' ? '' : ` class="${names}"`}${where}${isText ? '>' : '/>'}`;
      },
      ontext: text => {
        if (isText) content += escapeHtml(text);
      },
      onclosetag: name => {
        if (isText && name === 'text') content += '</text>';
        if (name === 'text') isText = false;
      },
    },
    { xmlMode: true },
  );
  parser.end(svg);
  const [, , width = 0, height = 0] = box.map(Math.ceil);
  return { content, viewBox: rounded(`-4 ${-top} ${width} ${height}`), width, height };
}

/** A tenth of a pixel is enough, and a drawing is a third smaller. */
const rounded = (numbers: string): string =>
  numbers.replaceAll(/-?\d+\.\d+/g, each => String(Math.round(Number(each) * 10) / 10));

function textClasses([, ...own]: readonly string[], attributes: Attributes): readonly string[] {
  const anchor = attributes['text-anchor'] ?? '';
  return [...(anchor === 'middle' ? [] : [anchor]), ...own];
}

function shapeClasses(
  name: string,
  [kind = '', ...own]: readonly string[],
  attributes: Attributes,
): readonly string[] {
  const isHead = kind === 'edge' && name !== 'path';
  const isLine = kind !== 'edge' && name === 'polyline';
  const dashes = attributes['stroke-dasharray'];
  return [
    isHead ? 'head' : isLine ? 'line' : kind,
    ...(attributes.fill === 'none' ? (isHead ? ['hollow'] : []) : isHead ? [] : ['filled']),
    ...(dashes === undefined ? [] : [dashes === '1,5' ? 'dotted' : 'dashed']),
    ...(attributes['stroke-width'] === undefined ? [] : ['bold']),
    ...own,
  ];
}
