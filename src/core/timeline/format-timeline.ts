import { type Timeline, timelineSchema } from './timeline.ts';

/** A timeline as its recording holds it: an item on each line, so that a difference shows what changed. */
export function formatTimeline({ seconds, lanes, handovers }: Timeline): string {
  const list = (items: readonly object[], indent: string): string =>
    items.length === 0
      ? '[]'
      : `[\n${items.map(item => indent + JSON.stringify(item)).join(',\n')}\n${indent.slice(2)}]`;
  const shown = lanes.map(({ items, turns, ...lane }) => {
    const head = JSON.stringify(lane).slice(0, -1);
    const own = turns === undefined ? '' : `, "turns": ${JSON.stringify(turns)}`;
    return `    ${head}${own}, "items": ${list(items, '      ')}}`;
  });
  return [
    `{"seconds": ${seconds},`,
    `  "lanes": [\n${shown.join(',\n')}\n  ],`,
    `  "handovers": ${list(handovers, '    ')}}`,
    '',
  ].join('\n');
}

/** A recording → its timeline; undefined if the text holds none. */
export function parseTimeline(text: string): Timeline | undefined {
  try {
    return timelineSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
