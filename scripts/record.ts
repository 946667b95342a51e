import { print, printError } from '../src/report/print.ts';
import { shellQuote } from '../src/core/text/shell-quote.ts';
import type { Proposal } from '../src/core/verdict/recording.ts';
import { acceptanceReport, lockReport, proposalText } from '../src/report/record-results.ts';
import { askEach } from '../src/runner/commands/prompt.ts';
import { updateLocks } from '../src/runner/packages/update-locks.ts';
import { record } from '../src/runner/commands/record-examples.ts';
import { command, positiveInteger, runCli } from './cli/cli.ts';
import { confirmUnsandboxed, RUN_OPTIONS, selection } from './cli/options.ts';

const program = command(
  'record',
  'Runs examples several times, shows what changed, and accepts what repeats under its contract.',
  RUN_OPTIONS,
)
  .argument('[examples...]', 'ids, folders, files or globs; default: all')
  .option(
    '--runs <number>',
    'runs that must agree; default: 5, or 20 where threads, time or chance are used',
    positiveInteger,
  )
  .option('--yes', 'accept without asking; without a terminal, nothing is written otherwise', false);

await runCli<{ runs?: number; yes: boolean }>(program, async ({ runs, yes }) => {
  const selected = selection(program);
  await confirmUnsandboxed(selected.sandbox);
  // The packages of a new sample, or of a changed block. Other locks stay as they are.
  const locks = await updateLocks({ ...selected, which: 'missing', upgrade: false });
  if (locks.length > 0) print(lockReport(locks));
  const canAsk = process.stdin.isTTY && process.stdout.isTTY;
  const acceptances = await record({ ...selected, runs, ...(!yes && { choose: canAsk ? ask : acceptNone }) });
  print(acceptanceReport(acceptances, !yes && canAsk));
  const kinds = new Set(acceptances.map(({ kind }) => kind));
  if (!kinds.has('declined') || canAsk) return !kinds.has('refused');
  const again = ['npm run record --', ...process.argv.slice(2).map(shellQuote), '--yes'].join(' ');
  printError(`Nothing was written: there is no terminal to ask on. To accept what is shown: ${again}`);
  return false;
});

function ask(proposals: readonly Proposal[]): Promise<ReadonlySet<string>> {
  const questions = proposals.map(proposal => ({ id: proposal.id, text: proposalText(proposal) }));
  return askEach(questions, { input: process.stdin, output: process.stdout });
}

async function acceptNone(): Promise<ReadonlySet<string>> {
  return new Set();
}
