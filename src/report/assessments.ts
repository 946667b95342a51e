import type { AssessedExample } from '../core/contract/infer/assessment.ts';
import { colourDiff, paint, textProblem } from './formats/text.ts';

/** What `prove` found → text: a line for each example, and under it what is wrong and what fits. */
export function proofReport(findings: readonly AssessedExample[]): string {
  const width = Math.max(0, ...findings.map(({ id }) => id.length));
  const lines = findings.map(finding => `${finding.id.padEnd(width)}  ${describe(finding)}`);
  const good = findings.filter(({ assessment }) => assessment?.kind === 'holds').length;
  const skipped = findings.filter(finding => finding.skipped === true).length;
  const judged = findings.length - skipped;
  return `${lines.join('\n')}\n\n${good} of ${judged} ${judged === 1 ? 'contract holds' : 'contracts hold'}${skipped === 0 ? '' : `, ${skipped} skipped`}.\n`;
}

function describe({ assessment, problems, runs, skipped }: AssessedExample): string {
  if (skipped === true) return `${paint('yellow', 'skipped')}; ${problems[0]?.title}`;
  if (assessment === undefined)
    return `${paint('red', 'fell short')}${runs === 0 ? '' : ` in ${problems.length} of ${runs} runs`}\n${problems.slice(0, 3).map(textProblem).join('\n')}`;
  const seen = `${runs} runs, ${assessment.distinct} distinct ${assessment.distinct === 1 ? 'output' : 'outputs'}`;
  if (assessment.kind === 'holds') return `${paint('green', 'holds')}; ${seen}`;
  return [
    `${paint(assessment.kind === 'too loose' ? 'yellow' : 'red', assessment.kind)}; ${seen}`,
    ...(assessment.detail === undefined ? [] : [colourDiff(assessment.detail)]),
    ...(assessment.remedy === undefined ? [] : [paint('bold', assessment.remedy)]),
  ].join('\n');
}
