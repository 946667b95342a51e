import { classesOf, type PageNode } from '../tree/page-tree.ts';
import type { Scale } from './drawing-scale.ts';
import { attributesOf, type Command, commandsOf, dataOf, type Form, isAt, pointOf } from './drawn-node.ts';

/** The band of a lane: what it is across the lanes, and from where to where in the direction of time. */
export interface DrawnLane {
  readonly node: PageNode;
  readonly start: number;
  readonly end: number;
}

/** What is too short to be seen is drawn this long. */
const LEAST = 0.8;
/** How far the mark of a line of output sticks out. */
const MARK = 2;

const childrenWith = (node: PageNode, name: string): readonly PageNode[] =>
  (node.children ?? []).filter(child => classesOf(child).includes(name));

/** Whether something that lasts is drawn from its begin to its end. */
function isSpan(scale: Scale, from: number, to: number, begin: number, end: number): boolean {
  const length = Math.max(scale(to) - scale(from), LEAST);
  return isAt(begin, scale(from)) && isAt(end, scale(from) + length, 0.3);
}

/** The lanes of a drawing, each below the one before; undefined if one is not, or lasts otherwise. */
export function drawnLanes(form: Form, svg: PageNode, scale: Scale): readonly DrawnLane[] | undefined {
  const lanes = childrenWith(svg, 'lane').map((node): DrawnLane => {
    const [band] = [...childrenWith(node, 'run'), ...childrenWith(node, 'ready')];
    const { x, y, width = Number.NaN, height = Number.NaN } = band === undefined ? {} : attributesOf(band);
    const point = pointOf(form, x, y);
    const size = pointOf(form, width, height);
    const isWhole = isSpan(
      scale,
      dataOf(node, 'from'),
      dataOf(node, 'to'),
      point.along,
      point.along + size.along,
    );
    return { node, start: isWhole ? point.across : Number.NaN, end: point.across + size.across };
  });
  const isSound = lanes.every(({ start, end }, index) => {
    const before = lanes[index - 1]?.end ?? Number.NEGATIVE_INFINITY;
    return start > before && end - start >= 8 && end - start <= 20;
  });
  return isSound ? lanes : undefined;
}

/** Whether all shapes in the band of a lane are where their data say. */
export function areShapesInPlace(form: Form, { node, start, end }: DrawnLane, scale: Scale): boolean {
  const waits = childrenWith(node, 'wait').every(wait => isWaitInPlace(form, wait, { start, end }, scale));
  const printed = childrenWith(node, 'printed').every(mark => {
    const { x1, y1, x2, y2 } = attributesOf(mark);
    const [one, other] = [pointOf(form, x1, y1), pointOf(form, x2, y2)];
    const place = scale(dataOf(mark, 'at'));
    return (
      isAt(one.along, place) &&
      isAt(other.along, place) &&
      isAt(one.across, start - MARK) &&
      isAt(other.across, end + MARK)
    );
  });
  const [, to] = [dataOf(node, 'from'), dataOf(node, 'to')];
  const endless = childrenWith(node, 'endless').every(sign => {
    const { along } = pointOf(form, attributesOf(sign).x, attributesOf(sign).y);
    const { across } = pointOf(form, attributesOf(sign).x, attributesOf(sign).y);
    return along >= scale(to) && along <= scale(to) + 20 && across >= start && across <= end + MARK;
  });
  return (
    waits &&
    printed &&
    endless &&
    childrenWith(node, 'turn').every(turn => areTurns(form, turn, start, end, scale))
  );
}

/** A wait is closed where it ends; one that never ends is open there. */
function isWaitInPlace(
  form: Form,
  wait: PageNode,
  { start, end }: Pick<DrawnLane, 'start' | 'end'>,
  scale: Scale,
): boolean {
  const [move, back, side, forth, close, ...more] = commandsOf(wait);
  const [along, across] = form === 'wide' ? ['H', 'v'] : ['V', 'h'];
  const isForm =
    move?.[0] === 'M' &&
    back?.[0] === along &&
    side?.[0] === across &&
    forth?.[0] === along &&
    more.length === 0;
  if (!isForm || (close?.[0] === 'z') === 'data-endless' in (wait.attribs ?? {})) return false;
  const point = pointOf(form, move[1], move[2]);
  return (
    isSpan(scale, dataOf(wait, 'from'), dataOf(wait, 'to'), back[1] ?? Number.NaN, point.along) &&
    forth[1] === point.along &&
    isAt(point.across, start) &&
    isAt(side[1] ?? Number.NaN, end - start)
  );
}

/** A box for each time at which the lane had the interpreter. */
function areTurns(form: Form, turn: PageNode, start: number, end: number, scale: Scale): boolean {
  const times = (turn.attribs?.['data-turns'] ?? '').split(' ').filter(Boolean);
  const commands = commandsOf(turn);
  if (commands.map(([letter]) => letter).join('') !== 'Mhvhz'.repeat(times.length)) return false;
  return times.every((time, index) => {
    const [from = Number.NaN, to = Number.NaN] = time.split('-').map(Number);
    const [move, width, height, back] = commands.slice(5 * index) as [Command, Command, Command, Command];
    const [point, size] = [pointOf(form, move[1], move[2]), pointOf(form, width[1], height[1])];
    return (
      isSpan(scale, from, to, point.along, point.along + size.along) &&
      isAt(point.across, start) &&
      isAt(size.across, end - start) &&
      back[1] === -(width[1] ?? Number.NaN)
    );
  });
}
