import { isSound } from '../src/core/ledger/ledger.ts';
import { EXIT, ProblemError } from '../src/core/problems/problem.ts';
import { parseShard, type Shard } from '../src/core/ledger/shard.ts';
import { progressLine } from '../src/report/progress.ts';
import { parseReports } from '../src/report/reports.ts';
import { saveLedger } from '../src/runner/files/ledger-file.ts';
import { checkKey } from '../src/runner/cache/check-key.ts';
import type { SealPolicy } from '../src/runner/sandbox/sandbox.ts';
import { recallCheck, rememberCheck } from '../src/runner/cache/last-check.ts';
import type { Verification } from '../src/runner/commands/verify.ts';
import {
  atTheEdge,
  collect,
  command,
  positive,
  strict,
  withExamples,
  withPython,
  withReport,
  withRuns,
  withSeal,
} from './cli/cli.ts';
import { tell } from './cli/write-reports.ts';

const program = withRuns(
  withReport(
    withSeal(
      withPython(
        withExamples(command('check', 'Runs examples and compares what they print with their recordings.')),
      ),
    ),
  ),
)
  .argument('[examples...]', 'ids, folders, files or globs; none means all')
  .option(
    '--fresh',
    'run every example, also where a verified run of it is kept; the default where CI is set',
    false,
  )
  .option(
    '--shard <i/n>',
    'run one of n parts of the examples, the first is 1/n; merge joins what they found',
    parseShard,
  )
  .option('--output <file>', 'where that goes; default .verbatim/shards/i-of-n.shard.json')
  .option(
    '--article <track/slug>',
    'the examples that this article shows, and the article itself; may be repeated',
    collect,
    [],
  )
  .option('--jobs <number>', 'examples that compute at the same time', positive);

/** An article that shows no example. */
const NOTHING: Verification = {
  ledger: { part: { selectors: [] }, interpreters: [], entries: [], problems: [] },
  examples: new Map(),
  recordings: new Map(),
  runs: [],
};

await atTheEdge(async () => {
  program.parse();
  const {
    examples,
    python,
    seal,
    fresh,
    jobs,
    report,
    article,
    runs: runsFile,
    shard,
    output,
  } = program.opts<{
    examples: string;
    article: string[];
    python: string[];
    seal: SealPolicy;
    fresh: boolean;
    jobs?: number;
    report: string[];
    runs?: string;
    shard?: Shard;
    output?: string;
  }>();
  const reports = parseReports(report.length > 0 ? report : ['text']);
  const progress = progressLine(process.stderr);
  const root = process.cwd();
  if (output !== undefined && shard === undefined)
    throw new ProblemError(
      [
        {
          file: 'command line',
          title: '--output says where a shard goes, and there is no --shard.',
          remedy: 'For a report: --report json=FILE',
        },
      ],
      EXIT.usage,
    );
  const reuse = !fresh && !strict;
  const key =
    reuse &&
    program.args.length === 0 &&
    article.length === 0 &&
    shard === undefined &&
    runsFile === undefined
      ? await checkKey({ root, examples, pythons: python, seal })
      : undefined;
  const unchanged = key === undefined ? undefined : recallCheck(root, key);
  if (unchanged !== undefined) {
    await tell(unchanged.ledger, reports);
    if (!unchanged.isKept) await saveLedger(root, unchanged.ledger);
    return EXIT.ok;
  }
  // Loaded where there is something to judge.
  const [{ verify }, { readRuns, saveResult, shardFile }, { sourcesIdentity }] = await Promise.all([
    import('../src/runner/commands/verify.ts'),
    import('../src/runner/files/shard-file.ts'),
    import('../src/runner/cache/sources-digest.ts'),
  ]);
  const given = runsFile === undefined ? [] : readRuns(root, runsFile);
  // Loaded where it is needed: it brings the parsers of articles.
  const { articles, shown } =
    article.length === 0
      ? {}
      : await (await import('../src/site/commands/select-articles.ts')).chooseArticles(root, article);
  const words = [...program.args, ...(shown ?? [])];
  const verification =
    shown !== undefined && words.length === 0
      ? NOTHING
      : await verify({
          root,
          examples,
          words,
          shard,
          pythons: python,
          seal,
          jobs,
          reuse,
          given,
          onVerdict: progress.onVerdict,
        });
  const { runs } = verification;
  const ledger =
    program.args.length > 0 && articles === undefined
      ? verification.ledger
      : await (
          await import('../src/site/commands/add-article-problems.ts')
        ).withArticles(root, verification, { examples, only: articles });
  progress.end();
  // First what somebody waits for: on a full disk it is told all the same.
  await tell(ledger, reports);
  await saveLedger(root, ledger);
  if (key !== undefined) await rememberCheck(root, key, ledger);
  if (shard !== undefined)
    await saveResult(root, output ?? shardFile(shard), {
      pythons: python,
      sources: sourcesIdentity(root, examples),
      ledger,
      runs,
    });
  return isSound(ledger, strict) ? EXIT.ok : EXIT.fellShort;
});
