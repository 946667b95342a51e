import { parseRanges } from '../../../core/text/lines.ts';
import { classesOf, isElement, type PageNode, textIn } from '../tree/page-tree.ts';
import type { Scale } from './drawing-scale.ts';
import { attributesOf, dataOf, type Form, isAt, isCutOf, type Places, pointOf } from './drawn-node.ts';
import type { DrawnLane } from './drawn-shapes.ts';

/** A text with where it is. */
interface Placed extends Places {
  readonly text: string;
  readonly classes: readonly string[];
}

const placed = (node: PageNode): Placed => ({
  ...attributesOf(node),
  text: textIn(node),
  classes: classesOf(node),
});

const childrenOf = (node: PageNode): readonly PageNode[] => (node.children ?? []).filter(isElement);

/** Whether each lane has its own name, in the order of the lanes. */
export function areNamesInPlace(form: Form, lanes: readonly DrawnLane[]): boolean {
  const rows = lanes.map(({ node, start, end }) => {
    const names = childrenOf(node)
      .map(placed)
      .filter(({ classes }) => classes.includes('lane-name'));
    const shown = names.map(({ text }) => text).join(' ');
    const name = node.attribs?.['data-name'] ?? '';
    const isNamed =
      isCutOf(shown, name) ||
      isCutOfBoth(
        names.map(({ text }) => text),
        name,
      );
    const isBeside = names.every(({ x = Number.NaN, y = Number.NaN }, row) =>
      form === 'wide'
        ? x === 0 && isAt(y, end + row * 15, 8)
        : x >= 0 && x < end && y < 0 + 15 * lanes.length + 8,
    );
    return isNamed && isBeside && start >= 0 ? (names[0]?.y ?? Number.NaN) : Number.NaN;
  });
  return rows.every((y, index) => y > (rows[index - 1] ?? 0));
}

/** Whether two lines are those of a name, each of which may be cut. */
function isCutOfBoth([first = '', second = '']: readonly string[], name: string): boolean {
  const whole = first.endsWith('…') ? first.slice(0, -1) : first;
  if (whole === '' || !name.startsWith(whole)) return false;
  const rest = name.slice(whole.length).trim();
  return isCutOf(second, rest) || (first.endsWith('…') && rest.endsWith(second));
}

/** Whether the numbers of a lane are those of its lines of output, at their times, with their texts. */
export function areNumbersInPlace(
  form: Form,
  { node, start, end }: DrawnLane,
  scale: Scale,
  printed: ReadonlyMap<number, string>,
): boolean {
  const times = new Map(
    childrenOf(node)
      .filter(child => classesOf(child).includes('printed'))
      .map(mark => [dataOf(mark, 'number'), dataOf(mark, 'at')]),
  );
  const found: number[] = [];
  const marks = childrenOf(node).filter(child => classesOf(child).includes('number'));
  const isSound = marks.every(mark => {
    const [frame, number, said, ...more] = childrenOf(mark).map(placed);
    const numbers = numbersIn(number?.text ?? '', [...times.keys()]);
    found.push(...numbers);
    const [first, last] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
    const place = (scale(times.get(first) ?? Number.NaN) + scale(times.get(last) ?? Number.NaN)) / 2;
    if (frame === undefined || number === undefined || more.length > 0) return false;
    return (
      isNumberAt(form, number, place, start, end) &&
      isFrameOf(frame, number) &&
      (said === undefined || (numbers.length === 1 && isSaid(said, number, printed.get(first))))
    );
  });
  return isSound && found.length === times.size && found.every(number => times.has(number));
}

/** `2,3`, `4–9`, or `4…9` for more than a mark has room for. */
function numbersIn(text: string, known: readonly number[]): readonly number[] {
  const [, from, to] = /^(\d+)…(\d+)$/.exec(text) ?? [];
  if (from !== undefined) return known.filter(each => each >= Number(from) && each <= Number(to));
  return [...(parseRanges(text.replaceAll('–', '-')) ?? [])];
}

function isNumberAt(form: Form, { x, y }: Placed, place: number, start: number, end: number): boolean {
  if (form === 'tall')
    return isAt((y ?? Number.NaN) - 4.5, place) && isAt(x ?? Number.NaN, (start + end) / 2);
  const { along, across } = pointOf(form, x, y);
  // At the right edge there is no room for its frame.
  const isBeside = isAt(along, place) || (along < place && place - along < 30 && along > 540);
  return isBeside && across < start && start - across < 10;
}

function isFrameOf({ x = Number.NaN, y = Number.NaN, width = Number.NaN }: Placed, number: Placed): boolean {
  const isAround = isAt(x + width / 2, number.x ?? Number.NaN) && width >= 17 && width < 120;
  return isAround && isAt((number.y ?? Number.NaN) - y, 13, 0.5);
}

function isSaid({ text, x, y, classes }: Placed, number: Placed, printed: string | undefined): boolean {
  const right = (x ?? Number.NaN) - (number.x ?? Number.NaN);
  return (
    classes.join() === 'said' &&
    printed !== undefined &&
    isCutOf(text, printed) &&
    right > 8 &&
    right < 60 &&
    y === number.y
  );
}
