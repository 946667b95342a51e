import { formatTimeline, parseTimeline } from '../../timeline/format-timeline.ts';
import { isSure } from '../../timeline/lane-structure.ts';
import type { Lane, LaneItem, Timeline } from '../../timeline/timeline.ts';
import { parseCounts } from './outcomes.ts';
import { type DocumentForm, resolutionOf } from './timeline-table.ts';

/** A recorded document with one thing changed that means something. */
interface DocumentMutant {
  readonly name: string;
  readonly text: string;
}

type WithTimeline = Parameters<typeof resolutionOf>[0];

/** Changes a recorded timeline, or recorded counts, in every small way that a contract must not permit. */
export function documentMutants(
  recorded: string,
  form: DocumentForm,
  contract: WithTimeline,
): readonly DocumentMutant[] {
  if (form === 'outcomes') return outcomeMutants(recorded);
  const timeline = parseTimeline(recorded);
  if (timeline === undefined) return [];
  return timeline.lanes.flatMap((lane, index) => [
    ...laneMutants(lane).map(([name, changed]) => of(timeline, index, name, changed)),
    ...lane.items.flatMap((item, at) =>
      itemMutants(item, timeline, resolutionOf(contract)).map(([name, changed]) => {
        const items = lane.items.toSpliced(at, 1, ...(changed === undefined ? [] : [changed]));
        return of(timeline, index, `item ${at + 1}: ${name}`, { ...lane, items });
      }),
    ),
  ]);
}

function of(timeline: Timeline, index: number, name: string, changed: Lane | undefined): DocumentMutant {
  const lanes = timeline.lanes.toSpliced(index, 1, ...(changed === undefined ? [] : [changed]));
  return { name: `lane ${index + 1}, ${name}`, text: formatTimeline({ ...timeline, lanes }) };
}

function laneMutants(lane: Lane): (readonly [name: string, changed: Lane | undefined])[] {
  const still: Lane = { ...lane, turns: [] };
  return [
    ['another name', { ...lane, name: `${lane.name} too` }],
    ['missing', undefined],
    ...((lane.turns?.length ?? 0) > 1 ? [['no turns', still] as const] : []),
  ];
}

/** Waits that are hardly longer than the resolution may be missing, so changes of these say nothing. */
function itemMutants(
  item: LaneItem,
  { seconds }: Timeline,
  resolution: number,
): (readonly [name: string, changed: LaneItem | undefined])[] {
  const moved = ['another line', { ...item, line: (item.line ?? 0) + 1 }] as const;
  if (item.kind === 'output')
    return [moved, ['missing', undefined], ['another text', { ...item, text: `${item.text} mutant` }]];
  if (!isSure(item, resolution)) return [];
  const longer = Math.max(0.2 * seconds, 4 * resolution);
  return [
    moved,
    ['missing', undefined],
    ['another call', { ...item, call: `${item.call}_mutant` }],
    ...(item.endless === true ? [['with an end', { ...item, endless: undefined }] as const] : []),
    ...(item.heldBy === undefined ? [] : [['held by nobody', { ...item, heldBy: undefined }] as const]),
    ...(item.call.endsWith('.sleep') ? [['longer', { ...item, to: item.to + longer }] as const] : []),
  ];
}

function outcomeMutants(recorded: string): readonly DocumentMutant[] {
  const counts = parseCounts(recorded);
  if (counts === undefined) return [];
  const { outcomes } = counts;
  const text = (changed: typeof outcomes): string => JSON.stringify({ ...counts, outcomes: changed });
  return outcomes.flatMap((outcome, index) => [
    { name: `outcome ${index + 1} missing`, text: text(outcomes.toSpliced(index, 1)) },
    {
      name: `outcome ${index + 1} prints something else`,
      text: text(outcomes.with(index, { ...outcome, prints: `${outcome.prints} mutant` })),
    },
    { name: `an output like outcome ${index + 1}`, text: `${outcome.prints} mutant\n` },
  ]);
}
