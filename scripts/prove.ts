import { EXIT } from '../src/core/problems/problem.ts';
import { assessmentReport } from '../src/report/assessments.ts';
import { assessContracts } from '../src/runner/commands/assess-contracts.ts';
import { command, positiveInteger, runCli } from './cli/cli.ts';
import { RUN_OPTIONS, type RunOptions } from './cli/options.ts';

const program = command(
  'prove',
  'Runs examples many times under perturbation: does each contract hold, is it too tight or too loose?',
  RUN_OPTIONS,
)
  .argument('[examples...]', 'ids, folders, files or globs; default: all')
  .option('--runs <number>', 'runs of each example', positiveInteger, 25);

await runCli(async () => {
  program.parse();
  const { examples, python, sandbox, runs } = program.opts<RunOptions & { runs: number }>();
  const findings = await assessContracts({
    root: process.cwd(),
    examples,
    words: program.args,
    pythons: python,
    sandbox,
    runs,
  });
  process.stdout.write(assessmentReport(findings));
  const holds = findings.every(({ assessment, skipped }) => skipped === true || assessment?.kind === 'holds');
  return holds ? EXIT.ok : EXIT.fellShort;
});
