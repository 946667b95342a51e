import { readdir } from 'node:fs/promises';
import type { CliOptions } from 'vitest/node';
import { type Ledger, shortfalls } from '../src/core/ledger/ledger.ts';
import { EXIT } from '../src/core/problems/problem.ts';
import { progressLine } from '../src/report/progress.ts';
import { readLedger } from '../src/runner/files/ledger-file.ts';
import { verify } from '../src/runner/commands/verify.ts';
import type { SandboxPolicy } from '../src/runner/sandbox/sandbox.ts';
import { shownAt } from '../src/site/commands/example-usages.ts';
import { atTheEdge, command, strict, withExamples, withPython, withSandbox } from './cli/cli.ts';

interface Options {
  readonly examples: string;
  readonly python: readonly string[];
  readonly sandbox: SandboxPolicy;
  readonly ledger?: string;
  readonly merge?: string;
  readonly junit?: string;
  readonly blob?: string;
  readonly label?: string;
}

const program = withSandbox(
  withPython(
    withExamples(
      command(
        'examples',
        'Gives each verdict as a test of vitest, for programs that read what vitest writes.',
      ),
    ),
  ),
)
  .argument('[examples...]', 'ids, folders, files or globs; none means all')
  .option('--ledger <file>', 'tell the verdicts of this ledger, and run nothing')
  .option('--merge <folder>', 'tell those of all blobs in this folder, and run nothing')
  .option('--junit <file>', 'write a report that tools for JUnit read')
  .option('--blob <file>', 'write a report that --merge reads')
  .option('--label <name>', 'what tells this blob from the others, such as an interpreter');

await atTheEdge(async () => {
  program.parse();
  const options = program.opts<Options>();
  if (options.label !== undefined) process.env.VITEST_BLOB_LABEL = options.label;
  const from = await verdicts(options);
  // Loaded when there is something to tell.
  const vitest = await (
    await import('vitest/node')
  ).startVitest([], {
    config: 'tests/examples/vitest.config.ts',
    watch: false,
    reporters: reporters(options),
    ...from,
  });
  await vitest.close();
  return process.exitCode === undefined || process.exitCode === 0 ? EXIT.ok : EXIT.fellShort;
});

function reporters({ junit, blob }: Options): NonNullable<CliOptions['reporters']> {
  return [
    'default',
    ...(junit === undefined
      ? []
      : [
          [
            'junit',
            {
              outputFile: junit,
              suiteName: 'Examples',
              classnameTemplate: ({ title }: { title: string }) => title.split(',')[0] ?? title,
            },
          ] as const,
        ]),
    ...(blob === undefined ? [] : [['blob', { outputFile: blob }] as const]),
  ] as NonNullable<CliOptions['reporters']>;
}

/** Where the tests come from: blobs, a ledger, or runs. */
async function verdicts(options: Options): Promise<CliOptions> {
  // Asked here: a folder that is not there is no mistake of vitest's.
  if (options.merge !== undefined) return (await readdir(options.merge), { mergeReports: options.merge });
  const ledger = options.ledger === undefined ? await run(options) : await readLedger(options.ledger);
  const fallen = new Set(shortfalls(ledger, strict));
  const short = ledger.entries.flatMap((entry, index) => (fallen.has(entry) ? [index] : []));
  return {
    provide: {
      verdicts: { ledger, short, shownAt: Object.fromEntries(await shownAt(process.cwd(), 'content')) },
    },
  };
}

async function run({ examples, python, sandbox }: Options): Promise<Ledger> {
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
