import type { WatchedLane, WatchedRun, WatchedWait } from './watched-lanes.ts';

/** Where a run got stuck, as text; or why it is not stuck. */
export type Stuck =
  { readonly text: string } | { readonly reason: string; readonly line?: number | undefined };

/** Lines of a source, by number. */
type LineText = (line: number) => { readonly number: number; readonly text: string };

/**
 * A run that was ended because nothing moved → where each of its threads and tasks waits, and
 * the circle in which they wait for each other, if there is one.
 * @param lineText a line of the source that ran → its number for the reader, and its text
 */
export function describeStuck(run: WatchedRun, lineText: LineText): Stuck {
  // A name that breaks the line would make a sentence of its own.
  const lanes = run.lanes.map(lane => ({ ...lane, name: oneLine(lane.name) }));
  const isLoop = ({ open, kind }: WatchedLane): boolean => kind === 'thread' && open?.call === 'asyncio.run';
  const alive = lanes.filter(
    lane => lane.to === undefined && (lane.open?.line !== undefined || lane.kind !== 'process'),
  );
  const hasTasks = alive.some(({ kind }) => kind === 'task');
  const stuck = alive.filter(lane => !(hasTasks && isLoop(lane)) && lane.open?.line !== undefined);
  const timed = stuck.find(({ open }) => open?.isTimed === true);
  if (timed !== undefined)
    return {
      reason: `${timed.name} waits in ${timed.open?.call}, and goes on by itself`,
      line: timed.open?.line,
    };
  if (stuck.length === 0) return { reason: 'no thread of it waits at a line of the sample' };
  const sorted = stuck
    .map(lane => ({ lane, text: sentence(lane, lane.open as WatchedWait, lanes, lineText) }))
    .toSorted((a, b) => rank(a.lane) - rank(b.lane) || byName.compare(a.text, b.text));
  const sentences = sorted.map(({ text }) => text);
  const circle = circleOf(
    sorted.map(({ lane }) => lane),
    lanes,
  );
  return { text: `${[...sentences, ...(circle === undefined ? [] : [`Circle: ${circle}`])].join('\n')}\n` };
}

/** Which of two threads begins first may be chance, so they are sorted: the main ones first, then by name. */
const rank = ({ name }: WatchedLane): number => (/^(?:MainThread$|Task-1 \()/.test(name) ? 0 : 1);
const byName = new Intl.Collator('en', { numeric: true });

const oneLine = (name: string): string => name.replaceAll(/\s+/g, ' ');

function sentence(
  { id, name }: WatchedLane,
  { call, line, on, holder }: WatchedWait,
  lanes: readonly WatchedLane[],
  lineText: LineText,
): string {
  const holds = lanes.find(({ id }) => id === holder)?.name;
  const what = on === undefined ? '' : ` for ${oneLine(on)}`;
  const held = holds === undefined ? '' : `, which ${holder === id ? 'it' : holds} holds`;
  const { number, text } = lineText(line ?? 0);
  return `${name} waits in ${call}${what}${held}, line ${number}: ${text}`;
}

/** `Ada → paper → Bob → pen → Ada`: lanes that wait for each other, with what they wait for. */
function circleOf(stuck: readonly WatchedLane[], lanes: readonly WatchedLane[]): string | undefined {
  const next = ({ open }: WatchedLane): WatchedLane | undefined =>
    lanes.find(({ id }) => id === open?.holder) ??
    stuck.find(({ name }) => name === open?.on && open.call.endsWith('.join'));
  for (const first of stuck) {
    const path = [first];
    for (let at = next(first); at !== undefined && !path.includes(at); at = next(at)) path.push(at);
    if (next(path.at(-1) as WatchedLane) !== first) continue;
    const steps = path.flatMap(({ name, open }) => [
      name,
      ...(open?.holder === undefined ? [] : [oneLine(open.on ?? 'a lock')]),
    ]);
    return [...steps, first.name].join(' → ');
  }
  return undefined;
}
