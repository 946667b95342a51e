import type { Words } from '../../../core/words/en/en.ts';
import { classesOf, isElement, type PageNode, textIn } from '../tree/page-tree.ts';
import { drawingScale } from './drawing-scale.ts';
import { areArrowsInPlace } from './drawn-arrows.ts';
import { areLabelsInPlace } from './drawn-labels.ts';
import { attributesOf, commandsOf, dataOf, type Form, selectorOf } from './drawn-node.ts';
import { areShapesInPlace, drawnLanes } from './drawn-shapes.ts';
import { areNamesInPlace, areNumbersInPlace } from './drawn-texts.ts';

/** Elements that stand for data. What else a drawing has is checked by its place and its text. */
const FACTS = ['handover', 'lane', 'run', 'ready', 'turn', 'wait', 'endless', 'printed', 'holding'];
const TEXTS = ['tick', 'lane-name', 'call', 'where', 'said', 'endless'];

/**
 * A drawing → the lines that `expected-drawing.ts` computes too, or what of it is not where it has to be.
 * @param printed the lines of output by number, as the figure shows them
 */
export function readDrawing(
  svg: PageNode,
  printed: ReadonlyMap<number, string>,
  words: Words['timeline'],
): string[] {
  const wrong = wrongPart(svg, printed, words);
  if (wrong !== undefined) return [`svg: ${wrong}`];
  const lines: string[] = [];
  const visit = (node: PageNode): void => {
    if (!isElement(node)) return;
    const [name = ''] = classesOf(node);
    if (node === svg || FACTS.includes(name)) {
      const isClaim = (each: string): boolean =>
        each.startsWith('data-') || (node === svg && each === 'aria-label');
      lines.push(`${selectorOf(node, isClaim)}: ${name === 'endless' ? textIn(node) : ''}`);
    }
    for (const child of node.children) visit(child);
  };
  visit(svg);
  return lines;
}

/** What of a drawing is not where its data say, in words; undefined if all of it is. */
function wrongPart(
  svg: PageNode,
  printed: ReadonlyMap<number, string>,
  words: Words['timeline'],
): string | undefined {
  const [form] = classesOf(svg) as Form[];
  const { viewBox = '', role } = svg.attribs ?? {};
  const [, width = 0, height = 0] = /^0 0 ([\d.]+) ([\d.]+)$/.exec(viewBox)?.map(Number) ?? [];
  const all = elementsIn(svg);
  const isSized = form === 'wide' ? isFilled(all, width, height) : areEqual(attributesOf(svg), width, height);
  const isPlain = ['aria-hidden', 'preserveaspectratio', 'preserveAspectRatio'].every(
    name => !(name in (svg.attribs ?? {})),
  );
  if (!form || !isSized || role !== 'img' || !isPlain) return 'a drawing has another size or role';
  if (!all.every(node => node === svg || isInside(node, width, height))) return 'something is outside of it';
  if (!all.every(hasKnownText)) return 'a text is of an unknown kind';
  if (!all.every(hasKnownParts)) return 'a part is where none of its kind is';
  const lanes = (svg.children ?? []).filter(node => classesOf(node).includes('lane'));
  const scale = drawingScale(form, svg, Math.max(...lanes.map(lane => dataOf(lane, 'to'))), words);
  if (scale === undefined) return 'the axis has no scale that all of its ticks share';
  const drawn = drawnLanes(form, svg, scale);
  if (drawn === undefined)
    return 'a lane does not begin and end at its times, or is not below the one before';
  const moved = drawn.find(lane => !areShapesInPlace(form, lane, scale));
  if (moved !== undefined)
    return `in lane "${moved.node.attribs?.['data-name']}", something is at another time`;
  if (!areArrowsInPlace(form, svg, drawn, scale)) return 'an arrow leads elsewhere';
  if (!areNamesInPlace(form, drawn)) return 'a lane has another name, or is in another place';
  if (!drawn.every(lane => areNumbersInPlace(form, lane, scale, printed)))
    return 'a number of a line of output is missing, or is elsewhere';
  if (!areLabelsInPlace(form, svg, drawn, scale, { width, height, words }))
    return 'a label is not that of its wait';
  return undefined;
}

function elementsIn(node: PageNode): readonly PageNode[] {
  return isElement(node) ? [node, ...node.children.flatMap(elementsIn)] : [];
}

function areEqual(size: ReturnType<typeof attributesOf>, width: number, height: number): boolean {
  return size.width === width && size.height === height;
}

/** The width of wide drawings, and how far the labels of the axis are from the lower edge. */
const [WIDE, AXIS] = [600, 12];

/** Whether a drawing is as wide as each, and ends below its axis: more room would make it smaller. */
function isFilled(all: readonly PageNode[], width: number, height: number): boolean {
  const lowest = Math.max(...all.map(node => attributesOf(node).y ?? 0));
  return width === WIDE && height - lowest <= AXIS;
}

/** Text is in the elements for text alone, each of which says what it is. */
function hasKnownText({ name, children = [], ...node }: PageNode): boolean {
  const hasOwn = children.some(({ type, data = '' }) => type === 'text' && data.trim() !== '');
  const classes = classesOf({ name, ...node });
  if (name !== 'text') return !hasOwn && (name !== 'g' || classes.length === 1);
  // The number of a line of output is the only text without a class; its group is read as a whole.
  return classes.length === 0
    ? /^[\d,–…]+$/.test(textIn({ name, children, ...node }))
    : TEXTS.includes(classes[0] ?? '');
}

/** What a drawing, a lane and a number consist of. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  wide: ['grid', 'tick', 'handover', 'lane', 'holding'],
  tall: ['grid', 'tick', 'leader', 'handover', 'lane', 'call', 'where'],
  lane: [...FACTS.slice(2), 'lane-name', 'leader', 'number', 'call', 'where'],
};

function hasKnownParts(node: PageNode): boolean {
  const parts = (node.children ?? []).filter(isElement);
  const [kind = ''] = classesOf(node);
  if (kind === 'number') return /^rect,text(?:,text)?$/.test(parts.map(({ name }) => name).join());
  return parts.every(part => PARTS[kind]?.includes(classesOf(part)[0] ?? '') === true);
}

/** Whether all places of an element are numbers in a drawing. */
function isInside(node: PageNode, width: number, height: number): boolean {
  const { x = 0, y = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, ...size } = attributesOf(node);
  const isX = (place: number): boolean => place >= -1 && place <= width + 1;
  const isY = (place: number): boolean => place >= -1 && place <= height + 1;
  const ends = [x + (size.width ?? 0), x1, x2].every(isX) && [y + (size.height ?? 0), y1, y2].every(isY);
  if (node.name === 'text' && !('x' in (node.attribs ?? {}) && 'y' in (node.attribs ?? {}))) return false;
  if (node.name !== 'path') return isX(x) && isY(y) && ends;
  // A lane that never had the interpreter long enough to be seen.
  if (classesOf(node)[0] === 'turn' && node.attribs?.d === '') return true;
  const commands = commandsOf(node);
  return (
    commands.length > 0 &&
    commands.every(([letter, ...numbers]) => {
      if (letter === 'H') return numbers.length === 1 && numbers.every(isX);
      if (letter === 'V') return numbers.length === 1 && numbers.every(isY);
      if (letter === 'M' || letter === 'L')
        return numbers.length === 2 && isX(numbers[0] ?? Number.NaN) && isY(numbers[1] ?? Number.NaN);
      return letter === 'z'
        ? numbers.length === 0
        : numbers.length === 1 && Math.abs(numbers[0] ?? Number.NaN) <= Math.max(width, height);
    })
  );
}
