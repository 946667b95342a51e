import { isSound } from '../src/core/ledger/ledger.ts';
import { parseShard, type Shard } from '../src/core/ledger/shard.ts';
import { EXIT } from '../src/core/problems/problem.ts';
import { progressLine } from '../src/report/progress.ts';
import { sourcesDigest } from '../src/runner/cache/sources-digest.ts';
import { type Verification, verify } from '../src/runner/commands/verify.ts';
import { saveLedger } from '../src/runner/files/ledger-file.ts';
import { readRuns, saveResult, shardFile } from '../src/runner/files/shard-file.ts';
import { STATE_PATHS } from '../src/runner/files/state-paths.ts';
import { withArticles } from '../src/site/commands/add-article-problems.ts';
import { chooseArticles } from '../src/site/commands/select-articles.ts';
import { command, positiveInteger, runCli, usageError } from './cli/cli.ts';
import { collect, REPORT_OPTION, RUN_OPTIONS, type RunOptions, RUNS_OPTION, strict } from './cli/options.ts';
import { requestedReports, writeLedgerReports } from './cli/write-reports.ts';

interface Options extends RunOptions {
  readonly article: readonly string[];
  readonly fresh: boolean;
  readonly jobs?: number;
  readonly output?: string;
  readonly report: readonly string[];
  readonly runs?: string;
  readonly shard?: Shard;
}

const program = command('check', 'Runs examples and compares what they print with their recordings.', [
  ...RUN_OPTIONS,
  REPORT_OPTION,
  RUNS_OPTION,
])
  .argument('[examples...]', 'ids, folders, files or globs; default: all')
  .option(
    '--fresh',
    'run every example, even if it has a cached verified run; the default if CI is set',
    false,
  )
  .option('--shard <i/n>', 'check one of n parts of the examples, the first is 1/n; see merge', parseShard)
  .option('--output <file>', `file for that shard; default: ${STATE_PATHS.shards}/i-of-n.shard.json`)
  .option('--article <track/slug>', 'check an article and its examples; may be repeated', collect, [])
  .option('--jobs <number>', 'examples that compute at the same time', positiveInteger);

/** The result if the chosen articles show no example. */
const NO_EXAMPLES: Verification = {
  ledger: { part: { selectors: [] }, interpreters: [], entries: [], problems: [] },
  examples: new Map(),
  recordings: new Map(),
  runs: [],
};

await runCli(async () => {
  program.parse();
  const options = program.opts<Options>();
  const { examples, shard, output } = options;
  const reports = requestedReports(options.report);
  if (output !== undefined && shard === undefined)
    throw usageError(
      'command line',
      '--output says where a shard goes, and there is no --shard.',
      'For a report: --report json=FILE',
    );
  const root = process.cwd();
  const chosen = options.article.length === 0 ? undefined : await chooseArticles(root, options.article);
  const words = [...program.args, ...(chosen?.shown ?? [])];
  const isEmpty = chosen !== undefined && words.length === 0;
  const verification = isEmpty ? NO_EXAMPLES : await verifyWithProgress(root, options, words);
  const ledger = await withArticles(root, verification.ledger, { examples, only: chosen?.articles });
  // Reports come first: people see them even if the disk is full.
  await writeLedgerReports(ledger, reports);
  await saveLedger(root, ledger);
  if (shard !== undefined) {
    const sources = sourcesDigest(root, examples);
    const { runs } = verification;
    await saveResult(root, output ?? shardFile(shard), { pythons: options.python, sources, ledger, runs });
  }
  return isSound(ledger, strict) ? EXIT.ok : EXIT.fellShort;
});

async function verifyWithProgress(
  root: string,
  { examples, shard, python, sandbox, jobs, fresh, runs }: Options,
  words: readonly string[],
): Promise<Verification> {
  const progress = progressLine(process.stderr);
  const verification = await verify({
    root,
    examples,
    words,
    shard,
    pythons: python,
    sandbox,
    jobs,
    reuse: !fresh && !strict,
    given: runs === undefined ? [] : readRuns(root, runs),
    onVerdict: progress.onVerdict,
  });
  progress.end();
  return verification;
}
