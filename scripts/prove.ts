import { print } from '../src/report/print.ts';
import { assessmentReport } from '../src/report/assessments.ts';
import { assessContracts } from '../src/runner/commands/assess-contracts.ts';
import { chooseExamples } from '../src/site/commands/article-examples.ts';
import { command, positiveInteger, runCli } from './cli/cli.ts';
import { confirmUnsandboxed, RUN_OPTIONS, selection } from './cli/options.ts';

const program = command(
  'prove',
  'Runs examples many times under perturbation: does each contract hold, is it too tight or too loose?',
  RUN_OPTIONS,
)
  .argument('[examples...]', 'ids, folders, files, globs, or tracks of articles; default: all')
  .option('--runs <number>', 'runs of each example', positiveInteger, 25);

await runCli<{ runs: number }>(program, async ({ runs }) => {
  const selected = selection(program);
  await confirmUnsandboxed(selected.sandbox);
  const { words, isEmpty } = await chooseExamples(selected);
  const findings = isEmpty ? [] : await assessContracts({ ...selected, words, runs });
  print(assessmentReport(findings));
  return findings.every(({ assessment, skipped }) => skipped === true || assessment?.kind === 'holds');
});
