import type { Words } from '../../../core/words/en/en.ts';
import type { Timeline } from '../../../core/timeline/timeline.ts';
import { arrow } from './lane-parts.ts';
import { element } from './svg.ts';
import { waitForm } from '../facts/timeline-facts.ts';

/** A form that a drawing uses, and what it means. */
export interface KeyEntry {
  /** The form as SVG. */
  readonly sample: string;
  readonly meaning: string;
}

const box = (name: string): string => element('rect', { class: name, x: 1, y: 3, width: 24, height: 10 });

/** What the forms of a drawing mean, of those that it has. */
export function drawingKey(
  { lanes, handovers }: Timeline,
  key: Words['timeline']['key'],
): readonly KeyEntry[] {
  const items = lanes.flatMap(lane => lane.items);
  const waits = items.filter(item => item.kind === 'wait');
  const forms = new Set<string>(waits.map(waitForm));
  const hasTurns = lanes.some(({ turns }) => turns !== undefined);
  const number = element('rect', { x: 4.5, y: 0, width: 17 }) + element('text', { x: 13, y: 13 }, '1');
  const entries: readonly (readonly [isUsed: boolean, meaning: string, form: string])[] = [
    [true, hasTurns ? key.hasInterpreter : key.runs, box('run')],
    [hasTurns, key.couldRun, box('ready')],
    [forms.has('sleep'), key.sleeps, box('wait sleep')],
    [forms.has('lock'), key.lock, box('wait lock')],
    [forms.has('other'), forms.has('lock') ? key.other : key.waits, box('wait other')],
    [items.length > waits.length, key.prints, element('g', { class: 'number' }, number)],
    [handovers.length > 0, key.ends, element('path', { class: 'handover', d: arrow([2, 8], [24, 8]) })],
    [
      waits.some(({ endless }) => endless === true),
      key.endless,
      element('text', { class: 'endless', x: 5, y: 14 }, '∞'),
    ],
  ];
  return entries.flatMap(([isUsed, meaning, form]) => {
    if (!isUsed) return [];
    const size = { viewBox: '0 0 26 17', width: 26, height: 17 };
    return [{ meaning, sample: element('svg', { class: 'sample', ...size, 'aria-hidden': 'true' }, form) }];
  });
}
