import { print } from '../src/report/print.ts';
import { assessmentReport } from '../src/report/assessments.ts';
import { assessContracts } from '../src/runner/commands/assess-contracts.ts';
import { command, positiveInteger, runCli } from './cli/cli.ts';
import { confirmUnsandboxed, RUN_OPTIONS, selection } from './cli/options.ts';

const program = command(
  'prove',
  'Runs examples many times under perturbation: does each contract hold, is it too tight or too loose?',
  RUN_OPTIONS,
)
  .argument('[examples...]', 'ids, folders, files or globs; default: all')
  .option('--runs <number>', 'runs of each example', positiveInteger, 25);

await runCli<{ runs: number }>(program, async ({ runs }) => {
  await confirmUnsandboxed(selection(program).sandbox);
  const findings = await assessContracts({ ...selection(program), runs });
  print(assessmentReport(findings));
  return findings.every(({ assessment, skipped }) => skipped === true || assessment?.kind === 'holds');
});
