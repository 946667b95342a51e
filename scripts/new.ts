import { EXIT } from '../src/core/problems/problem.ts';
import { newArticle } from '../src/site/commands/new-article.ts';
import { newExample } from '../src/runner/examples/new-example.ts';
import { site } from '../src/site.config.ts';
import { atTheEdge, command, withExamples } from './cli/cli.ts';

const program = withExamples(command('new', 'Writes a new example, or a new article, ready to run.'))
  .argument('<name>', 'topic/name of an example, or track/slug of an article')
  .option('--article', 'an article');

await atTheEdge(async () => {
  program.parse();
  const [name = ''] = program.args;
  const { article, examples } = program.opts<{ article?: boolean; examples: string }>();
  const root = process.cwd();
  if (article === true)
    console.info(
      `Wrote ${await newArticle(root, name, Object.keys(site.tracks), new Date().toISOString().slice(0, 10))}. See it while you write: npm run dev`,
    );
  else {
    const { id, file } = await newExample(root, name, examples);
    console.info(
      `Wrote ${file}. Edit it, then record what it prints, and show it in an article:\n  npm run record -- ${id}\n  <Example file="${file.slice(examples.length + 1)}" />`,
    );
  }
  return EXIT.ok;
});
