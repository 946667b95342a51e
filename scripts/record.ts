import type { Proposal } from '../src/core/verdict/record-result.ts';
import { EXIT } from '../src/core/problems/problem.ts';
import { acceptanceReport, proposalText } from '../src/report/record-results.ts';
import { askEach } from '../src/runner/commands/prompt.ts';
import { record } from '../src/runner/commands/record-examples.ts';
import type { SandboxPolicy } from '../src/runner/sandbox/sandbox.ts';
import { atTheEdge, command, positive, withExamples, withPython, withSandbox } from './cli/cli.ts';

const program = withSandbox(
  withPython(
    withExamples(
      command(
        'record',
        'Runs examples several times, shows what changed, and accepts what repeats under its contract.',
      ),
    ),
  ),
)
  .argument('[examples...]', 'ids, folders, files or globs; none means all')
  .option('--runs <number>', 'runs that must agree', positive, 5)
  .option('--yes', 'accept without asking; needed where there is no terminal', false);

await atTheEdge(async () => {
  program.parse();
  const { examples, python, sandbox, runs, yes } = program.opts<{
    examples: string;
    python: string[];
    sandbox: SandboxPolicy;
    runs: number;
    yes: boolean;
  }>();
  const canAsk = process.stdin.isTTY && process.stdout.isTTY;
  const ask = (proposals: readonly Proposal[]): Promise<ReadonlySet<string>> =>
    askEach(
      proposals.map(each => ({ id: each.id, text: proposalText(each) })),
      { input: process.stdin, output: process.stdout },
    );
  const choose = yes ? undefined : canAsk ? ask : async () => new Set<string>();
  const acceptances = await record({
    root: process.cwd(),
    examples,
    words: program.args,
    pythons: python,
    sandbox,
    runs,
    ...(choose && { choose }),
  });
  process.stdout.write(acceptanceReport(acceptances, !yes && canAsk));
  const kinds = new Set(acceptances.map(({ kind }) => kind));
  if (!kinds.has('declined') || canAsk) return kinds.has('refused') ? EXIT.fellShort : EXIT.ok;
  console.error(
    `Nothing was written: there is no terminal to ask on. To accept what is shown: npm run record -- ${[...process.argv.slice(2), '--yes'].join(' ')}`,
  );
  return EXIT.fellShort;
});
