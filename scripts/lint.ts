import { EXIT } from '../src/core/problems/problem.ts';
import { lint } from '../src/lint/lint.ts';
import { textProblem } from '../src/report/formats/text.ts';
import { atTheEdge, command, withExamples } from './cli/cli.ts';

const program = withExamples(
  command('lint', 'Says of samples whether they are formatted, sound (Ruff) and well typed (Pyright).'),
)
  .argument('[examples...]', 'ids, folders, files or globs; none means all')
  .option('--fix', 'put them into the format, and sort their imports', false);

await atTheEdge(async () => {
  program.parse();
  const { examples, fix } = program.opts<{ examples: string; fix: boolean }>();
  const { files, formatted, problems } = await lint({
    root: process.cwd(),
    examples,
    words: program.args,
    fix,
  });
  for (const file of formatted) console.info(`formatted ${file}`);
  if (problems.length > 0) console.info(`${problems.map(textProblem).join('\n\n')}\n`);
  console.info(`${files} files, ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
  return problems.length === 0 ? EXIT.ok : EXIT.fellShort;
});
