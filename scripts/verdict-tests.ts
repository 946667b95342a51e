import { readdir } from 'node:fs/promises';
import { type CliOptions, startVitest } from 'vitest/node';
import { type Ledger, shortfalls } from '../src/core/ledger/ledger.ts';
import { EXIT } from '../src/core/problems/problem.ts';
import { progressLine } from '../src/report/progress.ts';
import { verify } from '../src/runner/commands/verify.ts';
import { readLedger } from '../src/runner/files/ledger-file.ts';
import { shownAt } from '../src/site/commands/example-usages.ts';
import { command, runCli } from './cli/cli.ts';
import { RUN_OPTIONS, type RunOptions, strict } from './cli/options.ts';

interface Options extends RunOptions {
  readonly ledger?: string;
  readonly merge?: string;
  readonly junit?: string;
  readonly blob?: string;
  readonly label?: string;
}

const program = command(
  'verdict-tests',
  'Reports each verdict as a test of Vitest, for tools that read those.',
  RUN_OPTIONS,
)
  .argument('[examples...]', 'ids, folders, files or globs; default: all')
  .option('--ledger <file>', 'report the verdicts of this ledger, and run nothing')
  .option('--merge <folder>', 'report the verdicts of all blobs in this folder, and run nothing')
  .option('--junit <file>', 'write a JUnit report')
  .option('--blob <file>', 'write a blob report, which --merge reads')
  .option('--label <name>', 'distinguishes this blob from others, such as an interpreter');

await runCli(async () => {
  program.parse();
  const options = program.opts<Options>();
  if (options.label !== undefined) process.env.VITEST_BLOB_LABEL = options.label;
  const vitest = await startVitest([], {
    config: 'scripts/verdict-tests/vitest.config.ts',
    watch: false,
    reporters: reporters(options),
    ...(options.merge === undefined ? await provideVerdicts(options) : await mergeBlobs(options.merge)),
  });
  await vitest.close();
  return process.exitCode === undefined || process.exitCode === 0 ? EXIT.ok : EXIT.fellShort;
});

function reporters({ junit, blob }: Options): CliOptions['reporters'] {
  // Vitest names a test `id, CPython 3.14.0`; the class in the report is the id.
  const classnameTemplate = ({ title }: { title: string }): string => title.split(',')[0] ?? title;
  const chosen: CliOptions['reporters'] & unknown[] = ['default'];
  if (junit !== undefined)
    chosen.push(['junit', { outputFile: junit, suiteName: 'Examples', classnameTemplate }]);
  if (blob !== undefined) chosen.push(['blob', { outputFile: blob }]);
  return chosen;
}

async function mergeBlobs(folder: string): Promise<CliOptions> {
  // Vitest reports no error if the folder does not exist.
  await readdir(folder);
  return { mergeReports: folder };
}

async function provideVerdicts(options: Options): Promise<CliOptions> {
  const ledger = options.ledger === undefined ? await check(options) : await readLedger(options.ledger);
  const fallen = new Set(shortfalls(ledger, strict));
  const short = ledger.entries.flatMap((entry, index) => (fallen.has(entry) ? [index] : []));
  const usages = Object.fromEntries(await shownAt(process.cwd()));
  return { provide: { verdicts: { ledger, short, shownAt: usages } } };
}

async function check({ examples, python, sandbox }: Options): Promise<Ledger> {
  const progress = progressLine(process.stderr);
  const { ledger } = await verify({
    root: process.cwd(),
    examples,
    words: program.args,
    pythons: python,
    sandbox,
    reuse: !strict,
    onVerdict: progress.onVerdict,
  });
  progress.end();
  return ledger;
}
