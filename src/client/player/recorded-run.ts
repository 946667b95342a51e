import { pageWords } from '../words/page-words.ts';

/** A lane of a drawing. */
interface PlayedLane {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly waits: readonly DOMStringMap[];
}

/** What a drawing has of a run. */
export interface RecordedRun {
  readonly lanes: readonly PlayedLane[];
  /** When something begins or ends, in seconds. */
  readonly moments: readonly number[];
  /** Lines of output: when each was printed, and by which line of the source. */
  readonly printed: readonly DOMStringMap[];
}

/** What a lane does at a time. */
export interface Doing {
  readonly text: string;
  /** The line of the source in which it waits. */
  readonly line?: number | undefined;
}

const dataOf = (parent: Element, selector: string): readonly DOMStringMap[] =>
  [...parent.querySelectorAll<SVGElement>(selector)].map(({ dataset }) => dataset);

/** Reads a run from its drawing. */
export function recordedRun(drawing: Element): RecordedRun {
  const lanes = [...drawing.querySelectorAll<SVGElement>('.lane')].map((lane): PlayedLane => {
    const { name = '', from, to } = lane.dataset;
    return { name, from: Number(from), to: Number(to), waits: dataOf(lane, '.wait') };
  });
  const printed = dataOf(drawing, '.printed');
  const times = [
    ...lanes.flatMap(({ from, to, waits }) => [from, to, ...waits.flatMap(wait => [wait.from, wait.to])]),
    ...printed.map(({ at }) => at),
  ].map(Number);
  return { lanes, printed, moments: [...new Set(times)].toSorted((a, b) => a - b) };
}

/** What a lane does at a time, in words. A wait that ends then is over. */
export function doingOf({ from, to, waits }: PlayedLane, time: number, words = pageWords()): Doing {
  if (time < from) return { text: words.run.player.notStarted };
  const wait = waits.find(each => time >= Number(each.from) && (time < Number(each.to) || each.endless));
  if (wait === undefined) return { text: time < to ? words.timeline.key.runs : words.run.player.ended };
  const { call = '', on, line, endless } = wait;
  const parts = [
    `${words.timeline.waitsIn}${call}`,
    on === undefined ? '' : words.timeline.waitsOn(on),
    line === undefined ? '' : `, ${words.timeline.line(line)}`,
    endless ? words.run.player.withoutEnd : '',
  ];
  return { text: parts.join(''), line: line === undefined ? undefined : Number(line) };
}
