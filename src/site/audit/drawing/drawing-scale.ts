import type { Words } from '../../../core/words/en/en.ts';
import { classesOf, type PageNode, textIn } from '../tree/page-tree.ts';
import { commandsOf, type Form, isAt, secondsIn, pointOf, attributesOf } from './drawn-node.ts';

/** The scale of a drawing: time → place, along the lanes. */
export type Scale = (time: number) => number;

/** Fewer units for the whole of a timeline are no picture. */
const SHORTEST = 100;
/** Where a text is, measured from the tick that it names: below it, or beside it. */
const SHIFT = { wide: 0, tall: 4 } as const;

/** The scale by the ticks of the axis; undefined if they have none in common, or run backwards. */
export function drawingScale(
  form: Form,
  svg: PageNode,
  seconds: number,
  words: Words['timeline'],
): Scale | undefined {
  const children = svg.children ?? [];
  const ticks = children
    .filter(node => classesOf(node).includes('tick'))
    .map(node => {
      const { x, y } = attributesOf(node);
      const { along } = pointOf(form, x, y);
      // Some languages have a decimal comma.
      const time = secondsIn(/^([\d.,]+) s$/.exec(textIn(node))?.[1]?.replace(',', '.'));
      const isSo = textIn(node) === words.seconds(time);
      return { time: isSo ? time : Number.NaN, place: along - SHIFT[form] };
    });
  const [first, last] = [ticks[0], ticks.at(-1)];
  if (first === undefined || last === undefined || ticks.length < 2 || first.time !== 0) return undefined;
  const unit = (last.place - first.place) / last.time;
  const scale: Scale = time => first.place + time * unit;
  const isSound =
    unit * Math.max(seconds, 0.01) >= SHORTEST &&
    ticks.every(({ time, place }) => isAt(scale(time), place, 0.11));
  return isSound &&
    hasGrid(
      form,
      children,
      ticks.map(({ place }) => place),
    )
    ? scale
    : undefined;
}

/** Whether there is a line at each tick, and no other one. */
function hasGrid(form: Form, nodes: readonly PageNode[], places: readonly number[]): boolean {
  const grids = nodes.filter(node => classesOf(node).includes('grid'));
  const [grid] = grids;
  if (grid === undefined || grids.length !== 1) return false;
  const commands = commandsOf(grid);
  const across = form === 'wide' ? 'V' : 'H';
  return (
    commands.length === 2 * places.length &&
    places.every((place, index) => {
      const [begin, end] = commands.slice(2 * index, 2 * index + 2);
      if (begin?.[0] !== 'M' || end?.[0] !== across) return false;
      return isAt(pointOf(form, begin[1], begin[2]).along, place);
    })
  );
}
