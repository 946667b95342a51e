import type { Lane, Timeline, Wait } from '../../../core/timeline/timeline.ts';
import type { Words } from '../../../core/words/en/en.ts';
import { codeWidth, cutCode, wordsWidth } from './shown-text.ts';
import { oneLine } from '../facts/visible-text.ts';
import { holderOf } from '../facts/timeline-facts.ts';

type TimelineWords = Words['timeline'];

/** The label of a wait, as the texts that it consists of. */
export interface WaitLabel {
  readonly wait: Wait;
  /** `Lock.acquire`, `pen` */
  readonly code: readonly string[];
  /** `line 14`, `held by Thread-1` */
  readonly words: readonly string[];
}

/**
 * The labels that a lane gets. Each wait that is as long as its label has one; of waits that are alike, the
 * longest has one in any case. The list below a drawing has all of them.
 * @param length of a wait in the drawing
 * @param space that a label needs along the lane, to fit beside its wait
 */
export function laneLabels(
  { items }: Lane,
  timeline: Timeline,
  words: TimelineWords,
  length: (wait: Wait) => number,
  space: (label: WaitLabel) => number,
): readonly WaitLabel[] {
  const labels = items.flatMap(item => (item.kind === 'wait' ? [labelOf(item, timeline, words)] : []));
  const alike = Map.groupBy(labels, ({ code, words }) => [...code, ...words].join('\n'));
  const shown = new Set(
    [...alike.values()].flatMap(group => {
      const fitting = group.filter(label => space(label) <= length(label.wait));
      const [longest] = group.toSorted((a, b) => length(b.wait) - length(a.wait));
      return fitting.length > 0 || longest === undefined ? fitting : [longest];
    }),
  );
  return labels.filter(label => shown.has(label));
}

function labelOf(wait: Wait, timeline: Timeline, words: TimelineWords): WaitLabel {
  const { call, on, line } = wait;
  const holder = holderOf(timeline, wait);
  return {
    wait,
    code: [oneLine(call), ...(on === undefined ? [] : [oneLine(on)])],
    words: [
      ...(line === undefined ? [] : [words.line(line)]),
      ...(holder === undefined ? [] : [words.heldBy(holder)]),
    ],
  };
}

/** A label in two lines, `Lock.acquire pen` above `line 14, held by Thread-1`, within a width. */
export function twoLines(
  { code, words }: WaitLabel,
  most: number,
): { readonly call: string; readonly where: string; readonly width: number } {
  const call = cutCode(code.join(' '), most);
  const where = cutCode(words.join(', '), most);
  return { call, where, width: Math.max(codeWidth(call), wordsWidth(where)) };
}
