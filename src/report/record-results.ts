import { colorDiff, escapeLine, paint, textProblem } from './text.ts';
import type { LockResult } from '../core/packages/lock-changes.ts';
import type { Proposal, RecordingChange, RecordResult } from '../core/verdict/recording.ts';

const KINDS: readonly RecordResult['kind'][] = ['recorded', 'removed', 'declined', 'unchanged', 'refused'];

/**
 * Results of `record` → text: each change and each refusal, then one line of counts.
 * @param shown whether the author has seen the changes already
 */
export function acceptanceReport(results: readonly RecordResult[], shown = false): string {
  const counts = KINDS.flatMap(kind => {
    const count = results.filter(each => each.kind === kind).length;
    return count > 0 ? [`${count} ${kind}`] : [];
  });
  const parts = results.flatMap(each => describeResult(each, shown));
  return `${[...parts, counts.join(', ') || 'No examples.'].join('\n\n')}\n`;
}

/** A proposal → text to decide on: the example, and each difference. */
export function proposalText({ id, changes }: Proposal): string {
  return changes
    .map(
      change =>
        `${paint('bold', escapeLine(id))}${forVersion(change)}${runsOf(change)}\n${difference(change)}\n`,
    )
    .join('\n');
}

function describeResult(result: RecordResult, shown: boolean): string[] {
  switch (result.kind) {
    case 'recorded':
      return [describeChange(paint(['green', 'bold'], 'recorded'), result, shown)];
    case 'removed':
      return [
        `${paint('yellow', 'removed')} ${escapeLine(result.id)}${forVersion(result)}: ${SAME_AS_OTHERS}`,
      ];
    case 'declined':
      return result.changes.map(change =>
        describeChange(paint(['yellow', 'bold'], 'not recorded'), change, shown),
      );
    case 'refused': {
      const problems = result.problems.map(textProblem).join('\n');
      return [`${paint(['red', 'bold'], 'refused')} ${escapeLine(result.id)}\n${problems}`];
    }
    case 'unchanged':
      return [];
  }
}

function describeChange(verb: string, change: RecordingChange, shown: boolean): string {
  const about = shown ? '' : `${runsOf(change)}\n${difference(change)}`;
  return `${verb} ${escapeLine(change.id)}${forVersion(change)}${about}`;
}

/** How often it ran, if a reason asked for more than usual. */
function runsOf(change: RecordingChange): string {
  if (change.kind === 'removed' || change.because === undefined) return '';
  return `: ran ${change.runs} times, because ${change.because}`;
}

function forVersion({ tag }: RecordingChange): string {
  return tag === undefined ? '' : ` for ${escapeLine(tag)}`;
}

const SAME_AS_OTHERS = 'it prints what the others print.';

function difference(change: RecordingChange): string {
  if (change.kind === 'removed') return SAME_AS_OTHERS;
  return change.change === '' ? 'The same output; its receipt is written anew.' : colorDiff(change.change);
}

/** Results of `lock` → text: each lock that is another one now, then one line of counts. */
export function lockReport(results: readonly LockResult[]): string {
  const parts = results.flatMap(result => {
    if (result.kind === 'unchanged') return [];
    if (result.kind === 'failed')
      return [
        `${paint(['red', 'bold'], 'not locked')} ${escapeLine(result.id)}\n` +
          result.problems.map(textProblem).join('\n'),
      ];
    const lines = [`${paint(['green', 'bold'], 'locked')} ${escapeLine(result.file)}`, ...result.changes];
    return [lines.map(escapeLine).join('\n')];
  });
  const counts = (['written', 'unchanged', 'failed'] as const).flatMap(kind => {
    const count = results.filter(each => each.kind === kind).length;
    return count > 0 ? [`${count} ${kind}`] : [];
  });
  return `${[...parts, counts.join(', ') || 'No sample declares packages.'].join('\n\n')}\n`;
}
