import { EXAMPLES } from '../src/core/project-paths.ts';
import { isSound } from '../src/core/ledger/ledger.ts';
import { parseShard, type Shard } from '../src/core/ledger/shard.ts';
import { refusal } from '../src/core/problems/problem.ts';
import { progressLine } from '../src/report/progress.ts';
import type { Report } from '../src/report/reports.ts';
import { sourcesDigest } from '../src/runner/cache/run-key.ts';
import { type Verification, verify } from '../src/runner/commands/verify.ts';
import { readRuns, saveLedger, saveResult, shardFile } from '../src/runner/files/result-files.ts';
import { STATE_PATHS } from '../src/runner/files/state-paths.ts';
import { openOmissions } from '../src/runner/omissions/try-omissions.ts';
import { chooseExamples } from '../src/site/commands/article-examples.ts';
import { withArticles } from '../src/site/commands/check-articles.ts';
import { withShowcase } from '../src/site/commands/check-showcase.ts';
import { withHighlights } from '../src/site/commands/judge-highlights.ts';
import { site } from '../src/site.config.ts';
import { command, positiveInteger, runCli } from './cli/cli.ts';
import {
  BROWSER_OPTION,
  collect,
  confirmUnsandboxed,
  REPORT_OPTION,
  RUN_OPTIONS,
  RUNS_OPTION,
  selection,
  strict,
  triesBrowser,
} from './cli/options.ts';
import { writeLedgerReports } from './cli/write-reports.ts';

interface Options {
  readonly article: readonly string[];
  readonly browser: boolean;
  readonly fresh: boolean;
  readonly jobs?: number;
  readonly output?: string;
  readonly report: readonly Report[];
  readonly runs?: string;
  readonly shard?: Shard;
}

const program = command('check', 'Runs examples and compares what they print with their recordings.', [
  ...RUN_OPTIONS,
  REPORT_OPTION,
  RUNS_OPTION,
  BROWSER_OPTION,
])
  .argument('[examples...]', 'ids, folders, files, globs, or tracks of articles; default: all')
  .option('--fresh', 'run every example, even if it has a cached run; the default if CI is set', false)
  .option('--shard <i/n>', 'check one of n parts of the examples, the first is 1/n; see merge', parseShard)
  .option('--output <file>', `file for that shard; default: ${STATE_PATHS.shards}/i-of-n.shard.json`)
  .option(
    '--article <track/slug>',
    'check an article, or those of a track, and their examples; may be repeated',
    collect,
    [],
  )
  .option('--jobs <number>', 'examples that compute at the same time', positiveInteger);

/** The result if the chosen articles show no example. */
const NO_EXAMPLES: Verification = {
  ledger: { part: { selectors: [] }, interpreters: [], entries: [], problems: [] },
  examples: new Map(),
  recordings: new Map(),
  runs: [],
};

await runCli<Options>(program, async options => {
  const { article, fresh, jobs, output, report, runs: given, shard } = options;
  if (output !== undefined && shard === undefined)
    throw refusal({
      file: 'command line',
      title: '--output says where a shard goes, and there is no --shard.',
      remedy: 'For a report: --report json=FILE',
    });
  const selected = selection(program);
  const { root, examples, pythons } = selected;
  await confirmUnsandboxed(selected.sandbox);
  const { articles, words, isEmpty } = await chooseExamples(selected, article);
  const { onVerdict, end } = progressLine(process.stderr);
  const reuse = !fresh && !strict;
  const browser = triesBrowser(options.browser);
  const known = given === undefined ? [] : readRuns(root, given);
  const verification = isEmpty
    ? NO_EXAMPLES
    : await verify({ ...selected, words, shard, jobs, reuse, given: known, browser, onVerdict });
  end();
  const read = await withArticles(root, verification.ledger, examples, articles);
  const hasHome = articles === undefined && examples === EXAMPLES;
  const checked = hasHome ? await withShowcase(root, read, site.showcase) : read;
  // An article shows examples of the usual folder.
  const ledger = await withHighlights(root, checked, examples === EXAMPLES ? articles : undefined, ids =>
    openOmissions({ ...selected, words: ids, jobs, reuse }),
  );
  // Reports come first: people see them even if the disk is full.
  await writeLedgerReports(ledger, report);
  await saveLedger(root, ledger);
  if (shard !== undefined) {
    const { runs } = verification;
    const sources = sourcesDigest(root, examples);
    await saveResult(root, output ?? shardFile(shard), { pythons, sources, ledger, runs });
  }
  return isSound(ledger, strict);
});
