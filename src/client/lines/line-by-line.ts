import { numberedLines } from './numbered-lines.ts';

type Part = HTMLElement | SVGElement;

/**
 * Marks a line of code together with what a timeline has of it: its waits, the lines of output that it
 * printed, and their lanes. It begins at any of them, when a reader points at it, taps it or tabs to it.
 */
export function enableLineByLine(): void {
  const timelines = document.querySelectorAll<HTMLElement>('[data-timeline]');
  if (timelines.length === 0) return;
  for (const timeline of timelines)
    for (const code of document.querySelectorAll(`[data-code="${timeline.dataset.timeline}"] code`))
      for (const [number, line] of numberedLines(code))
        if (timeline.querySelector(`[data-line="${number}"]`) !== null) {
          line.dataset.line = String(number);
          line.tabIndex = 0;
        }
  addEventListener('pointerover', mark);
  addEventListener('focusin', mark);
}

function mark({ target }: Event): void {
  for (const part of document.querySelectorAll('.on')) part.classList.remove('on');
  const fact = target instanceof Element ? target.closest<Part>('[data-line]') : null;
  const holder = fact?.closest<HTMLElement>('[data-timeline], [data-code]');
  if (!fact || !holder) return;
  const id = holder.dataset.timeline ?? holder.dataset.code;
  const parts = `:is([data-timeline="${id}"], [data-code="${id}"]) [data-line="${fact.dataset.line}"]`;
  for (const part of document.querySelectorAll<Part>(parts)) {
    if (differ(laneOf(part), laneOf(fact)) || differ(part.dataset.number, fact.dataset.number)) continue;
    part.classList.add('on');
    part.closest('.lane')?.classList.add('on');
  }
}

/** Index of the lane to which something belongs; undefined for a line of code. */
function laneOf(part: Part): string | undefined {
  return part.dataset.lane ?? part.closest<SVGElement>('.lane')?.dataset.lane;
}

const differ = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;
