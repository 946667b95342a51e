import type { Finding } from '../core/contract/infer/assessment.ts';
import { colourDiff, paint, textProblem } from './formats/text.ts';

/** What `prove` found → text: a line for each example, and under it what is wrong and what fits. */
export function proofReport(findings: readonly Finding[]): string {
  const width = Math.max(0, ...findings.map(({ id }) => id.length));
  const lines = findings.map(finding => `${finding.id.padEnd(width)}  ${describe(finding)}`);
  const good = findings.filter(({ proof }) => proof?.kind === 'holds').length;
  const skipped = findings.filter(finding => finding.skipped === true).length;
  const judged = findings.length - skipped;
  return `${lines.join('\n')}\n\n${good} of ${judged} ${judged === 1 ? 'contract holds' : 'contracts hold'}${skipped === 0 ? '' : `, ${skipped} skipped`}.\n`;
}

function describe({ proof, problems, runs, skipped }: Finding): string {
  if (skipped === true) return `${paint('yellow', 'skipped')}; ${problems[0]?.title}`;
  if (proof === undefined)
    return `${paint('red', 'fell short')}${runs === 0 ? '' : ` in ${problems.length} of ${runs} runs`}\n${problems.slice(0, 3).map(textProblem).join('\n')}`;
  const seen = `${runs} runs, ${proof.distinct} distinct ${proof.distinct === 1 ? 'output' : 'outputs'}`;
  if (proof.kind === 'holds') return `${paint('green', 'holds')}; ${seen}`;
  return [
    `${paint(proof.kind === 'too loose' ? 'yellow' : 'red', proof.kind)}; ${seen}`,
    ...(proof.detail === undefined ? [] : [colourDiff(proof.detail)]),
    ...(proof.remedy === undefined ? [] : [paint('bold', proof.remedy)]),
  ].join('\n');
}
