import { showRanges } from '../../../core/text/lines.ts';
import type { NumberedOutput } from '../facts/timeline-facts.ts';

/** The numbers of lines of output that a lane printed at nearly the same time. */
export interface NumberMark {
  readonly outputs: readonly NumberedOutput[];
  /** `3`, `2,3` or `4-9`. */
  readonly text: string;
  /** Its middle. */
  readonly at: number;
  readonly length: number;
}

/** How wide the frame of a number is, in the font for words. */
export const numberWidth = (text: string): number => (text.length === 1 ? 17 : text.length * 6.8 + 5.5);

/**
 * Numbers beside a lane, at the times of their lines. Those that would overlap become one.
 * @param length of a number in the drawing
 */
export function numberMarks(
  outputs: readonly NumberedOutput[],
  position: (time: number) => number,
  length: (text: string) => number,
): readonly NumberMark[] {
  const marks: NumberMark[] = [];
  for (const output of outputs) {
    let mark = markOf([output], position, length);
    for (let last = marks.at(-1); last !== undefined && overlap(last, mark); last = marks.at(-1)) {
      marks.pop();
      mark = markOf([...last.outputs, ...mark.outputs], position, length);
    }
    marks.push(mark);
  }
  return marks;
}

function markOf(
  outputs: readonly NumberedOutput[],
  position: (time: number) => number,
  length: (text: string) => number,
): NumberMark {
  const numbers = outputs.map(({ number }) => number);
  const text =
    numbers.length > 6 ? `${numbers[0]}…${numbers.at(-1)}` : showRanges(numbers).replaceAll('-', '–');
  const [first, last] = [outputs[0]?.at ?? 0, outputs.at(-1)?.at ?? 0];
  return { outputs, text, at: (position(first) + position(last)) / 2, length: length(text) };
}

const overlap = (a: NumberMark, b: NumberMark): boolean => b.at - a.at < (a.length + b.length) / 2 + 2;
