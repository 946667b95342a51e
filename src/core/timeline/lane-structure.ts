import type { Lane, LaneItem, Wait } from './timeline.ts';

/** A wait this many times as long as the resolution is drawn by each run; a shorter one may be missing. */
const SURE = 2;

/** Whether a wait is in the picture of each run. */
export function isSure({ from, to, endless }: Wait, resolution: number): boolean {
  return endless === true || to - from >= SURE * resolution;
}

/** What of two lanes is compared. */
export interface StructureOptions {
  /** Seconds. */
  readonly resolution: number;
  /** An output as far as the contract promises it. */
  readonly masked: (text: string) => string;
  /** Names of lanes that a wait may name. */
  readonly sameName: (a: string, b: string) => boolean;
}

/** A recorded wait with that of the run. */
export interface PairedWait {
  readonly recorded: Wait;
  readonly actual: Wait;
}

/** Why two lanes differ, or their waits in pairs if they do not. */
type LaneComparison = { readonly pairs: readonly PairedWait[] } | { readonly difference: string };

/**
 * Compares what two lanes did, one thing after the other. A wait that is hardly longer than the resolution
 * may be missing on either side.
 */
export function compareLanes(recorded: Lane, actual: Lane, options: StructureOptions): LaneComparison {
  const pairs: PairedWait[] = [];
  const [before, now] = [recorded.items, actual.items];
  let [i, j] = [0, 0];
  while (i < before.length || j < now.length) {
    const [a, b] = [before[i], now[j]];
    if (a !== undefined && b !== undefined && isSame(a, b, options)) {
      if (a.kind === 'wait' && b.kind === 'wait') pairs.push({ recorded: a, actual: b });
      i += 1;
      j += 1;
    } else if (isShort(a, options)) i += 1;
    else if (isShort(b, options)) j += 1;
    else return { difference: [a && `- ${describe(a)}`, b && `+ ${describe(b)}`].filter(Boolean).join('\n') };
  }
  if ((recorded.turns?.length ?? 0) > 1 && (actual.turns?.length ?? 0) < 2)
    return { difference: `- has the interpreter ${recorded.turns?.length} times\n+ has it once` };
  return { pairs };
}

/** Whether an item may be missing. */
function isShort(item: LaneItem | undefined, { resolution }: StructureOptions): boolean {
  return item?.kind === 'wait' && !isSure(item, resolution);
}

function isSame(a: LaneItem, b: LaneItem, { masked, sameName }: StructureOptions): boolean {
  if (a.kind === 'output' || b.kind === 'output')
    return (
      a.kind === 'output' &&
      b.kind === 'output' &&
      a.line === b.line &&
      a.stream === b.stream &&
      masked(a.text) === masked(b.text)
    );
  return (
    a.call === b.call && a.line === b.line && a.endless === b.endless && sameName(a.on ?? '', b.on ?? '')
  );
}

/** `waits 0.3 s in Lock.acquire for pen, line 14`; `prints "done", line 5`. */
export function describe(item: LaneItem): string {
  const where = item.line === undefined ? '' : `, line ${item.line}`;
  if (item.kind === 'output') return `prints ${JSON.stringify(item.text)}${where}`;
  const long = item.endless === true ? 'forever' : `${(item.to - item.from).toFixed(2)} s`;
  return `waits ${long} in ${item.call}${item.on === undefined ? '' : ` for ${item.on}`}${where}`;
}
