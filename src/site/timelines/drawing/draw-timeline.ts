import type { Words } from '../../../core/words/en/en.ts';
import type { Timeline } from '../../../core/timeline/timeline.ts';
import { tallDrawing } from './tall-drawing.ts';
import { wideDrawing } from './wide-drawing.ts';

/**
 * A timeline → two drawings of it as SVG: lanes as rows, and for narrow screens as columns. The style sheet
 * shows the one that fits. Everything has classes and the data that it stands for; nothing has a style.
 */
export function drawTimeline(timeline: Timeline, words: Words['timeline']): string {
  return wideDrawing(timeline, words) + tallDrawing(timeline, words);
}
