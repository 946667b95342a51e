import { print } from '../src/report/print.ts';
import { assessmentReport } from '../src/report/assessments.ts';
import { assessContracts } from '../src/runner/commands/assess-contracts.ts';
import { chooseArticles, tracksAmong } from '../src/site/commands/article-examples.ts';
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
  const { root, examples, sandbox } = selected;
  await confirmUnsandboxed(sandbox);
  const tracks = await tracksAmong(root, examples, selected.words);
  const { shown } = tracks.length === 0 ? { shown: [] } : await chooseArticles(root, tracks);
  const words = [...selected.words.filter(word => !tracks.includes(word)), ...shown];
  // Without words, it would be all examples.
  const isEmpty = tracks.length > 0 && words.length === 0;
  const findings = isEmpty ? [] : await assessContracts({ ...selected, words, runs });
  print(assessmentReport(findings));
  return findings.every(({ assessment, skipped }) => skipped === true || assessment?.kind === 'holds');
});
