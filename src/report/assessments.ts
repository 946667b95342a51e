import type { AssessedExample } from '../core/contract/assess-contract.ts';
import { colorDiff, escapeForTerminal, escapeLine, paint, textProblem } from './text.ts';

/** Problems of a failing example that the report shows; more would repeat them. */
const MAX_PROBLEMS = 3;

const STYLES = {
  holds: 'green',
  'too loose': 'yellow',
  'too tight': 'red',
  'does not fit': 'red',
} as const satisfies Record<NonNullable<AssessedExample['assessment']>['kind'], string>;

/** Assessed contracts → text for a terminal: an entry for each example, then one line of counts. */
export function assessmentReport(examples: readonly AssessedExample[]): string {
  const width = Math.max(0, ...examples.map(({ id }) => id.length));
  const entries = examples.map(
    example => `${escapeLine(example.id).padEnd(width)}  ${describeExample(example)}`,
  );
  const holding = examples.filter(({ assessment }) => assessment?.kind === 'holds').length;
  const skipped = examples.filter(example => example.skipped === true).length;
  const assessed = examples.length - skipped;
  const counts = `${holding} of ${assessed} ${assessed === 1 ? 'contract holds' : 'contracts hold'}`;
  return `${entries.join('\n')}\n\n${counts}${skipped === 0 ? '' : `, ${skipped} skipped`}.\n`;
}

function describeExample({ assessment, problems, runs, skipped, differed }: AssessedExample): string {
  if (skipped === true)
    return `${paint('yellow', 'skipped')}; ${escapeForTerminal(problems[0]?.title ?? '')}`;
  if (assessment === undefined) {
    const count =
      runs === 0 ? '' : ` in ${differed === undefined ? problems.length : runs - differed} of ${runs} runs`;
    return [
      `${paint('red', 'fell short')}${count}`,
      ...problems.slice(0, MAX_PROBLEMS).map(textProblem),
    ].join('\n');
  }
  const { kind, distinct, detail, remedy } = assessment;
  const different = differed === undefined ? '' : `, differed in ${differed} of ${runs}`;
  const seen = `${runs} runs, ${distinct} distinct ${distinct === 1 ? 'output' : 'outputs'}${different}`;
  return [
    `${paint(STYLES[kind], kind)}; ${seen}`,
    ...(detail === undefined ? [] : [colorDiff(detail)]),
    ...(remedy === undefined ? [] : [paint('bold', escapeForTerminal(remedy))]),
  ].join('\n');
}
