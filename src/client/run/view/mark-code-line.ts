import { numberedLines } from '../../lines/numbered-lines.ts';

/** Marks a line of a figure's code, or removes the mark. Returns whether the figure shows the line. */
export function markCodeLine(code: HTMLElement | undefined, line: number | undefined): boolean {
  const element = code?.querySelector('code');
  if (!element) return false;
  delete element.querySelector<HTMLElement>('[data-failed]')?.dataset.failed;
  const found = numberedLines(element).find(([number]) => number === line)?.[1];
  if (found === undefined) return false;
  found.dataset.failed = '';
  return true;
}
