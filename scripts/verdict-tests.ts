import { readdir } from 'node:fs/promises';
import { type CliOptions, startVitest } from 'vitest/node';
import type { Ledger } from '../src/core/ledger/ledger.ts';
import { progressLine } from '../src/report/progress.ts';
import { verify } from '../src/runner/commands/verify.ts';
import { readLedger } from '../src/runner/files/result-files.ts';
import { shownAt } from '../src/site/commands/article-examples.ts';
import { command, runCli } from './cli/cli.ts';
import { RUN_OPTIONS, selection, strict } from './cli/options.ts';

type Options = Readonly<Partial<Record<'ledger' | 'merge' | 'junit' | 'blob' | 'label', string>>>;

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

await runCli<Options>(program, async options => {
  if (options.label !== undefined) process.env.VITEST_BLOB_LABEL = options.label;
  const vitest = await startVitest([], {
    config: false,
    include: ['scripts/verdict-tests/verdicts.ts'],
    watch: false,
    // Results of other test runs do not matter here.
    cache: false,
    reporters: reporters(options),
    ...(options.merge === undefined ? await provideVerdicts(options) : await mergeBlobs(options.merge)),
  });
  await vitest.close();
  return (process.exitCode ?? 0) === 0;
});

function reporters({ junit, blob }: Options): CliOptions['reporters'] {
  // Vitest names a test `id, CPython 3.14.0`, of a variant `id, without the lock, …`; the class is the id.
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

async function provideVerdicts({ ledger: file }: Options): Promise<CliOptions> {
  const ledger = file === undefined ? await check() : await readLedger(file);
  const usages = Object.fromEntries(await shownAt(process.cwd()));
  return { provide: { verdicts: { ledger, strict, shownAt: usages } } };
}

async function check(): Promise<Ledger> {
  const { onVerdict, end } = progressLine(process.stderr);
  const { ledger } = await verify({ ...selection(program), reuse: !strict, onVerdict });
  end();
  return ledger;
}
