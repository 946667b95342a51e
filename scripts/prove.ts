import { EXIT } from '../src/core/problems/problem.ts';
import { proofReport } from '../src/report/assessments.ts';
import { proveExamples } from '../src/runner/commands/assess-contracts.ts';
import type { SandboxPolicy } from '../src/runner/sandbox/sandbox.ts';
import { atTheEdge, command, positive, withExamples, withPython, withSandbox } from './cli/cli.ts';

const program = withSandbox(
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
  const { examples, python, sandbox, runs } = program.opts<{
    examples: string;
    python: string[];
    sandbox: SandboxPolicy;
    runs: number;
  }>();
  const findings = await proveExamples({
    root: process.cwd(),
    examples,
    words: program.args,
    pythons: python,
    sandbox,
    runs,
  });
  process.stdout.write(proofReport(findings));
  return findings.every(({ proof, skipped }) => skipped === true || proof?.kind === 'holds')
    ? EXIT.ok
    : EXIT.fellShort;
});
