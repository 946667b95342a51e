import type { Words } from '../../../core/words/en/en.ts';
import { classesOf, isElement, type PageNode, textIn } from '../tree/page-tree.ts';
import type { Scale } from './drawing-scale.ts';
import { attributesOf, commandsOf, dataOf, type Form, isAt, isCutOf } from './drawn-node.ts';
import type { DrawnLane } from './drawn-shapes.ts';

type TimelineWords = Words['timeline'];

/** A text of a label. */
interface LabelText {
  readonly kind: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const childrenWith = (node: PageNode, name: string): readonly PageNode[] =>
  (node.children ?? []).filter(child => classesOf(child).includes(name));

function textsOf(node: PageNode): readonly LabelText[] {
  return (node.children ?? []).filter(isElement).flatMap(child => {
    const [kind = ''] = classesOf(child);
    if (kind !== 'call' && kind !== 'where') return [];
    const { x = Number.NaN, y = Number.NaN } = attributesOf(child);
    return [{ kind, text: textIn(child), x, y }];
  });
}

/** The parts of the label of a wait, by the data of its shape. */
function partsOf({ attribs = {} }: PageNode, lanes: readonly DrawnLane[], words: TimelineWords): string[] {
  const holder = lanes[Number(attribs['data-held-by'] ?? -1)]?.node.attribs?.['data-name'];
  return [
    attribs['data-call'] ?? '',
    attribs['data-on'] ?? '',
    attribs['data-line'] === undefined ? '' : words.line(attribs['data-line']),
    holder === undefined ? '' : words.heldBy(shortName(holder)),
  ];
}

const shortName = (name: string): string => name.replace(/(\S) \(.*\)$/, '$1');

/** Whether each label of a drawing is that of a wait, and belongs to it. */
export function areLabelsInPlace(
  form: Form,
  svg: PageNode,
  lanes: readonly DrawnLane[],
  scale: Scale,
  {
    width,
    height,
    words,
  }: { readonly width: number; readonly height: number; readonly words: TimelineWords },
): boolean {
  if (form === 'tall') return areRowsInPlace(svg, lanes, scale, words);
  return (
    textsOf(svg).length === 0 &&
    childrenWith(svg, 'leader').length === 0 &&
    lanes.every((lane, index) => {
      const below = lanes[index + 1]?.start ?? height;
      return areLabelsOfLane(lane, lanes, below, scale, width, words);
    })
  );
}

/** Pairs of lines below a band: what is called, and where. Each begins where its wait does. */
function areLabelsOfLane(
  { node, end }: DrawnLane,
  lanes: readonly DrawnLane[],
  below: number,
  scale: Scale,
  width: number,
  words: TimelineWords,
): boolean {
  const waits = childrenWith(node, 'wait');
  const leaders = childrenWith(node, 'leader').flatMap(leader => pairsOf(leader, 'v'));
  const texts = textsOf(node);
  const isLed = ([x = 0, y = 0, length = 0]: readonly number[]): boolean =>
    isAt(y, end) &&
    texts.some(text => text.kind === 'call' && text.x <= x + 0.1 && isAt(text.y, y + length + 9, 1.5));
  return (
    leaders.every(isLed) &&
    texts.every(({ kind, text, x, y }, index) => {
      if (!(y > end && y < below)) return false;
      if (kind === 'where') {
        const before = texts[index - 1];
        return before?.kind === 'call' && before.x === x && isAt(y - before.y, 14);
      }
      const where = texts[index + 1]?.kind === 'where' ? texts[index + 1]?.text : undefined;
      return waits.some(wait => {
        const begin = scale(dataOf(wait, 'from'));
        const [call = '', on = '', line = '', held = ''] = partsOf(wait, lanes, words);
        const isNear =
          isAt(y, end + 13, 1) ||
          leaders.some(([at = 0, , length = 0]) => isAt(at, begin) && isAt(y, end + length + 9, 1.5));
        const letters = Math.max(text.length, where?.length ?? 0);
        // A label that would leave the drawing begins further left.
        const isBeside =
          isAt(x, begin) || (x < begin && x + letters * 16 >= width && x + letters * 6 <= width);
        const isText = isCutOf(text, [call, on].filter(Boolean).join(' '));
        const place = [line, held].filter(Boolean).join(', ');
        return isNear && isBeside && isText && (where === undefined ? place === '' : isCutOf(where, place));
      });
    })
  );
}

/** Beside columns, labels are in one column; a line leads to each of them from its lane. */
function areRowsInPlace(
  svg: PageNode,
  lanes: readonly DrawnLane[],
  scale: Scale,
  words: TimelineWords,
): boolean {
  const [leader] = childrenWith(svg, 'leader');
  if (leader === undefined || lanes.some(({ node }) => textsOf(node).length > 0)) return false;
  const commands = commandsOf(leader);
  const stems = commands.slice(0, 2 * lanes.length);
  const areStems = lanes.every(({ start, end }, index) => {
    const [move, down] = stems.slice(2 * index);
    return move?.[0] === 'M' && down?.[0] === 'V' && isAt(move[1] ?? Number.NaN, (start + end) / 2);
  });
  const lines = pathsIn(commands.slice(2 * lanes.length));
  const texts = textsOf(svg);
  const ends = lines.map(({ y }) => y);
  const labels = lines.map(({ y }, index) =>
    texts.filter(text => text.y >= y - 8 && text.y < (ends[index + 1] ?? Number.POSITIVE_INFINITY) - 8),
  );
  const columns = lanes.at(-1)?.end ?? 0;
  return (
    areStems &&
    labels.flat().length === texts.length &&
    texts.every(({ x }) => x > columns) &&
    lines.every(({ x, first, y, isPlain }, index) => {
      const lane = lanes.find(({ end }) => isAt(end, x));
      const before = ends[index - 1] ?? 0;
      return (
        isPlain &&
        y > before &&
        lane !== undefined &&
        childrenWith(lane.node, 'wait').some(wait => {
          const [from, to] = [scale(dataOf(wait, 'from')), scale(dataOf(wait, 'to'))];
          const isIn = first >= from - 0.3 && first <= Math.max(to, from) + 1;
          return isIn && isLabel(labels[index] ?? [], partsOf(wait, lanes, words));
        })
      );
    })
  );
}

/** Whether texts are the parts of a label: all of them, or the line alone where there is no room. */
function isLabel(texts: readonly LabelText[], [call = '', on = '', line = '', held = '']: string[]): boolean {
  const code = [call, on].filter(Boolean);
  const all = [...code, ...[line, held].filter(Boolean)];
  const shown = texts.map(({ text }) => text);
  const kinds = texts.map(({ kind }, index) => kind === (index < code.length ? 'call' : 'where'));
  const isAll =
    shown.length === all.length &&
    kinds.every(Boolean) &&
    all.every(
      (part, index) => isCutOf(shown[index] ?? '', part) || isCutOf(shown[index] ?? '', shortName(part)),
    );
  const [only] = all.slice(code.length);
  return (
    isAll ||
    (shown.length === 1 && only !== undefined && texts[0]?.kind === 'where' && isCutOf(shown[0] ?? '', only))
  );
}

/** `M x y v length …` → x, y and length of each; NaN for anything else. */
function pairsOf(path: PageNode, letter: string): readonly (readonly number[])[] {
  const commands = commandsOf(path);
  return commands.flatMap(([name, ...numbers], index) => {
    if (index % 2 === 1) return [];
    const [next, length = Number.NaN] = commands[index + 1] ?? [];
    return [name === 'M' && next === letter ? [...numbers, length] : [Number.NaN]];
  });
}

/** Lines to labels: where each begins, and at which height it ends. */
function pathsIn(
  commands: ReturnType<typeof commandsOf>,
): readonly { readonly x: number; readonly first: number; readonly y: number; readonly isPlain: boolean }[] {
  const starts = commands.flatMap(([letter], index) => (letter === 'M' ? [index] : []));
  return starts.map((start, index) => {
    const [move, across, bend, ...more] = commands.slice(start, starts[index + 1] ?? commands.length);
    const [, x = Number.NaN, first = Number.NaN] = move ?? ['M'];
    const isPlain = across?.[0] === 'H' && (bend === undefined || bend[0] === 'L') && more.length === 0;
    return { x, first, y: bend?.[2] ?? first, isPlain };
  });
}
