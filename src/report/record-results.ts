import { colourDiff, paint, textProblem } from './formats/text.ts';
import type { RecordResult, RecordingChange, Proposal } from '../core/verdict/record-result.ts';

const KINDS = [
  'recorded',
  'removed',
  'declined',
  'unchanged',
  'refused',
] as const satisfies readonly RecordResult['kind'][];

/** What `record` did → text: each change and each refusal, then one line that counts. @param shown whether somebody has seen the changes already */
export function acceptanceReport(acceptances: readonly RecordResult[], shown = false): string {
  const parts = acceptances.flatMap(each => TOLD[each.kind](each as never, shown));
  const counts = KINDS.map(
    kind => [kind, acceptances.filter(each => each.kind === kind).length] as const,
  ).filter(([, count]) => count > 0);
  return `${[...parts, counts.map(([kind, count]) => `${count} ${kind}`).join(', ') || 'No examples.'].join('\n\n')}\n`;
}

/** What is asked about → text: the example, and each difference. */
export function proposalText({ id, changes }: Proposal): string {
  return changes
    .map(change => `${paint('bold', id)}${forVersion(change)}\n${difference(change)}\n`)
    .join('\n');
}

const TOLD: {
  readonly [K in RecordResult['kind']]: (
    acceptance: Extract<RecordResult, { readonly kind: K }>,
    shown: boolean,
  ) => string[];
} = {
  recorded: (each, shown) => [told(['green', 'bold'], 'recorded', each, shown)],
  removed: each => [told('yellow', 'removed', each, false).replace('\n', ': ')],
  declined: ({ changes }, shown) =>
    changes.map(change => told(['yellow', 'bold'], 'not recorded', change, shown)),
  unchanged: () => [],
  refused: ({ id, problems }) => [
    `${paint(['red', 'bold'], 'refused')} ${id}\n${problems.map(textProblem).join('\n')}`,
  ],
};

function told(
  style: Parameters<typeof paint>[0],
  word: string,
  change: RecordingChange,
  shown: boolean,
): string {
  return `${paint(style, word)} ${change.id}${forVersion(change)}${shown ? '' : `\n${difference(change)}`}`;
}

function forVersion({ variant }: RecordingChange): string {
  return variant === undefined ? '' : ` for ${variant}`;
}

function difference(change: RecordingChange): string {
  if (change.kind === 'removed') return 'it prints what the others print.';
  return change.change === '' ? 'The same output; its receipt is written anew.' : colourDiff(change.change);
}
