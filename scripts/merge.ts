import { isSound } from '../src/core/ledger/ledger.ts';
import { mergeShards } from '../src/core/ledger/merge-shards.ts';
import { EXIT } from '../src/core/problems/problem.ts';
import { parseReports } from '../src/report/reports.ts';
import { saveLedger } from '../src/runner/files/ledger-file.ts';
import { MERGED, readShards, saveResult } from '../src/runner/files/shard-file.ts';
import { atTheEdge, command, strict, withReport } from './cli/cli.ts';
import { tell } from './cli/write-reports.ts';

const program = withReport(
  command(
    'merge',
    'Joins what the shards of a check found: their verdicts into one ledger, their verified runs into one file.',
  ),
)
  .argument('<files...>', 'shard files, and folders of them')
  .option('--output <file>', 'where the verified runs go, for check and build --runs', MERGED);

await atTheEdge(async () => {
  program.parse();
  const { report, output } = program.opts<{ report: string[]; output: string }>();
  const reports = parseReports(report.length > 0 ? report : ['text']);
  const root = process.cwd();
  const sources = await readShards(root, program.args);
  const merged = mergeShards(sources);
  await tell(merged.ledger, reports);
  await saveLedger(root, merged.ledger);
  await saveResult(root, output, merged);
  process.stderr.write(
    `${sources.length} shards are merged; ${merged.runs.length} verified runs are in ${output}\n`,
  );
  return isSound(merged.ledger, strict) ? EXIT.ok : EXIT.fellShort;
});
