import type { Timeline } from '../../core/timeline/timeline.ts';
import { waitForm } from './timeline-facts.ts';

/** A form that a drawing uses, with what it means. The form is the class of its sample. */
export interface KeyEntry {
  readonly form: string;
  readonly meaning: string;
}

/** What the forms of a drawing mean, of those that it has. */
export function drawingKey({ lanes, handovers }: Timeline): readonly KeyEntry[] {
  const waits = lanes.flatMap(({ items }) => items.filter(item => item.kind === 'wait'));
  const forms = new Set<string>(waits.map(waitForm));
  const hasTurns = lanes.some(({ turns }) => turns !== undefined);
  const entries: readonly (readonly [form: string, meaning: string, isUsed: boolean])[] = [
    ['run', hasTurns ? 'has the interpreter' : 'runs', true],
    ['ready', 'could run', hasTurns],
    ['sleep', 'sleeps', forms.has('sleep')],
    ['lock', 'waits for a lock', forms.has('lock')],
    ['other', forms.has('lock') ? 'waits for something else' : 'waits', forms.has('other')],
    ['number', 'prints this line', lanes.some(({ items }) => items.some(({ kind }) => kind === 'output'))],
    ['handover', 'ends the wait of another', handovers.length > 0],
    ['endless', 'never ends', waits.some(({ endless }) => endless === true)],
  ];
  return entries.flatMap(([form, meaning, isUsed]) => (isUsed ? [{ form, meaning }] : []));
}
