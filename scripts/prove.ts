import { EXIT } from '../src/core/problems/problem.ts';
import { assessmentReport } from '../src/report/assessments.ts';
import { proveExamples } from '../src/runner/commands/assess-contracts.ts';
import type { SealPolicy } from '../src/runner/sandbox/sandbox.ts';
import { atTheEdge, command, positive, withExamples, withPython, withSeal } from './cli/cli.ts';

const program = withSeal(
  withPython(
    withExamples(
      command(
        'prove',
        'Runs examples many times under perturbation: does each contract hold, is it too tight or too loose?',
      ),
    ),
  ),
)
  .argument('[examples...]', 'ids, folders, files or globs; none means all')
  .option('--runs <number>', 'runs of each example', positive, 25);

await atTheEdge(async () => {
  program.parse();
  const { examples, python, seal, runs } = program.opts<{
    examples: string;
    python: string[];
    seal: SealPolicy;
    runs: number;
  }>();
  const findings = await proveExamples({
    root: process.cwd(),
    examples,
    words: program.args,
    pythons: python,
    seal,
    runs,
  });
  process.stdout.write(assessmentReport(findings));
  return findings.every(({ assessment, skipped }) => skipped === true || assessment?.kind === 'holds')
    ? EXIT.ok
    : EXIT.fellShort;
});
