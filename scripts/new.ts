import { print } from '../src/report/print.ts';
import { newExample } from '../src/runner/examples/new-example.ts';
import { newArticle } from '../src/site/commands/new-article.ts';
import { site } from '../src/site.config.ts';
import { command, runCli } from './cli/cli.ts';
import { EXAMPLES_OPTION } from './cli/options.ts';

const program = command('new', 'Writes a new example, or a new article, ready to run.', [EXAMPLES_OPTION])
  .argument('<name>', 'topic/name of an example, or track/slug of an article')
  .option('--article', 'write an article', false);

await runCli<{ article: boolean; examples: string }>(program, async ({ article, examples }) => {
  const [name = ''] = program.args;
  const root = process.cwd();
  if (article) {
    const today = new Date().toISOString().slice(0, 10);
    const file = await newArticle(root, name, Object.keys(site.tracks), today);
    print(`Wrote ${file}. See it while you write: npm run dev`);
  } else {
    const { id, file } = await newExample(root, name, examples);
    print(`Wrote ${file}. Edit it, then record what it prints, and show it in an article:`);
    print(`  npm run record -- ${id}\n  <Example file="${file.slice(examples.length + 1)}" />`);
  }
});
