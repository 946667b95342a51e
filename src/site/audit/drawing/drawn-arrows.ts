import { classesOf, type PageNode } from '../tree/page-tree.ts';
import type { Scale } from './drawing-scale.ts';
import { type Command, commandsOf, dataOf, type Form, isAt, type Point, pointOf } from './drawn-node.ts';
import type { DrawnLane } from './drawn-shapes.ts';

/** Length of the head of an arrow. */
const HEAD = 6.5;

/** Whether each arrow of a drawing begins and ends where its data say, with its head at its end. */
export function areArrowsInPlace(
  form: Form,
  svg: PageNode,
  lanes: readonly DrawnLane[],
  scale: Scale,
): boolean {
  return (svg.children ?? []).every(node => {
    if (classesOf(node).includes('handover')) return isHandoverInPlace(form, node, lanes, scale);
    return !classesOf(node).includes('holding') || isHoldingInPlace(form, node, lanes);
  });
}

function isHandoverInPlace(form: Form, node: PageNode, lanes: readonly DrawnLane[], scale: Scale): boolean {
  const [giver, taker] = [lanes[dataOf(node, 'from')], lanes[dataOf(node, 'to')]];
  const arrow = arrowOf(form, commandsOf(node));
  if (giver === undefined || taker === undefined || arrow === undefined) return false;
  const [begin, end] = giver.start < taker.start ? [giver.end, taker.start] : [giver.start, taker.end];
  return (
    isAt(arrow.begin.along, scale(dataOf(node, 'at'))) &&
    isAt(arrow.begin.across, begin) &&
    isAt(arrow.end.along, scale(dataOf(node, 'until'))) &&
    isAt(arrow.end.across, end)
  );
}

/** From the lane that waits, around, to the lane that holds what it waits for. */
function isHoldingInPlace(form: Form, node: PageNode, lanes: readonly DrawnLane[]): boolean {
  const [waiting, holder] = [lanes[dataOf(node, 'lane')], lanes[dataOf(node, 'held-by')]];
  const [move, out, along, ...head] = commandsOf(node);
  const arrow = arrowOf(form, head);
  if (waiting === undefined || holder === undefined || arrow === undefined) return false;
  if (move?.[0] !== 'M' || out?.[0] !== 'H' || along?.[0] !== 'V' || form !== 'wide') return false;
  const isIn = (place: number, { start, end }: DrawnLane): boolean => place >= start && place <= end;
  return (
    isIn(move[2] ?? Number.NaN, waiting) &&
    isIn(along[1] ?? Number.NaN, holder) &&
    isIn(arrow.end.across, holder) &&
    arrow.begin.along === out[1] &&
    arrow.begin.across === along[1] &&
    arrow.end.along < arrow.begin.along
  );
}

/** `M begin L end M left L end L right` → where it begins and ends; undefined if its head is elsewhere. */
function arrowOf(
  form: Form,
  commands: readonly Command[],
): { readonly begin: Point; readonly end: Point } | undefined {
  if (commands.map(([letter]) => letter).join('') !== 'MLMLL') return undefined;
  const [begin, end, left, tip, right] = commands.map(([, x, y]) => pointOf(form, x, y));
  if (!begin || !end || !left || !tip || !right || !isSame(end, tip)) return undefined;
  const [along, across] = [begin.along - end.along, begin.across - end.across];
  const isHead = ({ along: a, across: b }: Point): boolean => {
    const [x, y] = [a - end.along, b - end.across];
    const length = Math.hypot(x, y);
    // Its sides go back, at no more than about half a right angle.
    return length > 3 && length <= HEAD && x * along + y * across > 0.7 * length * Math.hypot(along, across);
  };
  return isHead(left) && isHead(right) && !isSame(left, right) ? { begin, end } : undefined;
}

const isSame = (one: Point, other: Point): boolean =>
  one.along === other.along && one.across === other.across;
