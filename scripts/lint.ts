import { print } from '../src/report/print.ts';
import { lint } from '../src/lint/lint.ts';
import { escapeLine, textProblem } from '../src/report/text.ts';
import { command, runCli } from './cli/cli.ts';
import { EXAMPLES_OPTION } from './cli/options.ts';

const program = command('lint', 'Checks the format, quality (Ruff) and types (Pyright) of examples.', [
  EXAMPLES_OPTION,
])
  .argument('[examples...]', 'ids, folders, files or globs; default: all')
  .option('--fix', 'format the files and sort their imports', false);

await runCli<{ examples: string; fix: boolean }>(program, async options => {
  const { files, formatted, problems } = await lint({ root: process.cwd(), words: program.args, ...options });
  for (const file of formatted) print(`formatted ${escapeLine(file)}`);
  if (problems.length > 0) print(`${problems.map(textProblem).join('\n\n')}\n\n`);
  print(`${files} files, ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
  return problems.length === 0;
});
