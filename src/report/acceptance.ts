import { colourDiff, paint, textProblem } from './text.ts';
import type { Acceptance } from '../core/acceptance.ts';

/** What `record` did → text: each change and each refusal, then one line that counts. */
export function acceptanceReport(acceptances: readonly Acceptance[]): string {
  const parts = acceptances.flatMap((each) => {
    if (each.kind === 'recorded') return [`${paint(['green', 'bold'], 'recorded')} ${each.id}${each.variant === undefined ? '' : ` for ${each.variant}`}\n${colourDiff(each.change)}`];
    if (each.kind === 'refused') return [`${paint(['red', 'bold'], 'refused')} ${each.id}\n${each.problems.map(textProblem).join('\n')}`];
    if (each.kind === 'removed') return [`${paint('yellow', 'removed')} ${each.id} for ${each.variant}: it prints what the others print.`];
    return [];
  });
  const counts = (['recorded', 'removed', 'unchanged', 'refused'] as const).map((kind) => [kind, acceptances.filter((each) => each.kind === kind).length] as const).filter(([, count]) => count > 0);
  return `${[...parts, counts.map(([kind, count]) => `${count} ${kind}`).join(', ') || 'No examples.'].join('\n\n')}\n`;
}
