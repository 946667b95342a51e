import { shellQuote } from '../src/core/text/shell-quote.ts';
import { print } from '../src/report/print.ts';
import { lockReport } from '../src/report/record-results.ts';
import { updateLocks } from '../src/runner/packages/update-locks.ts';
import { command, runCli } from './cli/cli.ts';
import { EXAMPLES_OPTION, examplesOption, PYTHON_OPTION, selection } from './cli/options.ts';

const program = command('lock', 'Locks the packages that samples declare, and shows what changed.', [
  EXAMPLES_OPTION,
  PYTHON_OPTION,
])
  .argument('[examples...]', 'ids, folders, files or globs; default: all that declare packages')
  .option('--upgrade', 'take the newest versions that the blocks permit', false);

await runCli<{ upgrade: boolean }>(program, async ({ upgrade }) => {
  const selected = selection(program);
  const results = await updateLocks({ ...selected, which: 'all', upgrade });
  print(lockReport(results));
  const written = results.flatMap(({ kind, id }) => (kind === 'written' ? [shellQuote(id)] : []));
  // Other packages may print something else.
  if (written.length > 0)
    print(`Now: npm run check -- ${written.join(' ')}${examplesOption(selected.examples)}`);
  return results.every(({ kind }) => kind !== 'failed');
});
