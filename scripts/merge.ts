import { printError } from '../src/report/print.ts';
import { isSound } from '../src/core/ledger/ledger.ts';
import { mergeShards } from '../src/core/ledger/merge-shards.ts';
import type { Report } from '../src/report/reports.ts';
import { readShards, saveLedger, saveResult } from '../src/runner/files/result-files.ts';
import { STATE_PATHS } from '../src/runner/files/state-paths.ts';
import { command, runCli } from './cli/cli.ts';
import { REPORT_OPTION, strict } from './cli/options.ts';
import { writeLedgerReports } from './cli/write-reports.ts';

const program = command('merge', 'Joins the shards of a check: their verdicts, and their verified runs.', [
  REPORT_OPTION,
])
  .argument('<files...>', 'shard files, or folders of them')
  .option('--output <file>', 'where the verified runs go, for check and build --runs', STATE_PATHS.merged);

await runCli<{ report: Report[]; output: string }>(program, async ({ report, output }) => {
  const root = process.cwd();
  const shards = await readShards(root, program.args);
  const merged = mergeShards(shards);
  await writeLedgerReports(merged.ledger, report);
  await saveLedger(root, merged.ledger);
  await saveResult(root, output, merged);
  printError(`${shards.length} shards are merged; ${merged.runs.length} verified runs are in ${output}`);
  return isSound(merged.ledger, strict);
});
